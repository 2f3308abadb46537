import assert from 'node:assert/strict';
import { analyze } from '@kafka-eos/analyzer';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { libraryStubs } from '@kafka-eos/libraries';
import { printProgram } from '../generator/print-program.ts';
import { programsOf } from './batch.ts';

/** What the units guarantee, and whether that is the whole truth. */
function verdictsOf(files: Readonly<Record<string, string>>, verdictsOnly: boolean): unknown {
  const host = createMemoryHost(files);
  const limits = { includeTests: false, maxStates: 200_000, verdictsOnly };
  const { units, notices } = analyze({ host, paths: [host.root], libraries: libraryStubs(), ...limits });
  const effects = units.map(({ name, place, effects: judged }) => ({
    name,
    place,
    effects: judged.map(({ effect, verdict, guards }) => ({ effect, verdict, guards })),
  }));
  return { effects, notices: notices.filter(({ incomplete }) => incomplete) };
}

describe('verdicts alone', () => {
  it('are those that are stated with all that rules ask for', () => {
    const programs = programsOf({ seed: 21, batch: 0, size: 25 });
    const files = Object.fromEntries(
      programs.flatMap((program, index) =>
        [...printProgram(program)].map(([name, text]) => [`program-${index}/${name}`, text]),
      ),
    );
    assert.deepEqual(verdictsOf(files, true), verdictsOf(files, false));
  });
});
