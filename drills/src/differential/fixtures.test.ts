import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { workloadFor } from '../generator/workload.ts';
import { simulate } from '../simulator/simulate.ts';
import { executedVerdict, pairs, statementOf, type Pair } from './compare.ts';
import { readStated, type Stated } from './fixture.ts';
import { readPrograms, type StoredProgram } from './read-programs.ts';
import { judgeEachStatically } from './static-verdicts.ts';

const programs = readPrograms(fileURLToPath(new URL('../../fixtures/', import.meta.url)));

/** The exports of programs without a handler, with the arguments of the one call. */
const calls = new Map([['called-again-by-its-caller.ts', [{ export: 'closeDay', args: ['m1'] }]]]);

function entryOf({ files }: StoredProgram): string {
  const [only = ''] = files.keys();
  return files.has('main.ts') ? 'main.ts' : only;
}

function told(stated: readonly Stated[], verdictAt: (at: Stated) => string): readonly string[] {
  return stated.map((at) => `${at.file}:${at.line}:${at.column} ${verdictAt(at)}`);
}

function pairAt(all: readonly Pair[], { file, line, column }: Stated): Pair | undefined {
  return all.find(({ place }) => place.file === file && place.start.line === line && place.start.column === column);
}

describe('drill fixtures', () => {
  const verdicts = new Map(
    judgeEachStatically(programs.map(({ files }) => files)).map((judged, index) => [programs[index]?.name, judged]),
  );

  for (const program of programs) {
    it(program.name, async () => {
      const { name, files } = program;
      const judged = verdicts.get(name) ?? { effects: [], incomplete: ['not judged'] };
      const varied = { items: [...files.values()].some((text) => text.includes('.items')), urgent: true, gift: false };
      const options = { calls: calls.get(name) ?? [] };
      const units = await simulate({ files, entry: entryOf(program) }, workloadFor(varied), options);
      const both = pairs(judged, units);
      const stated = readStated(files);
      const expected = told(stated, ({ verdict }) => verdict);
      assert.ok(stated.length > 0, 'it states no verdict');
      assert.deepEqual(
        units.flatMap(({ incomplete }) => incomplete ?? []),
        [],
      );
      assert.deepEqual(
        told(stated, (at) => executedVerdict(pairAt(both, at)?.simulated ?? [])),
        expected,
        'simulated',
      );
      assert.deepEqual(
        told(stated, (at) => statementOf(pairAt(both, at)?.static)),
        expected,
        'static',
      );
      assert.equal(both.length, stated.length, 'an effect has no stated verdict');
    });
  }
});
