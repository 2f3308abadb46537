import assert from 'node:assert/strict';
import { analyze, openAnalyzer } from '@kafka-eos/analyzer';
import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import { createMemoryHost, overlayHost } from '@kafka-eos/analyzer/program/memory-host';
import { libraryStubs } from '@kafka-eos/libraries';
import fc from 'fast-check';
import { edited, editKinds, type Texts } from './edits.ts';
import { filesBelow, foldersIn, readText } from './repository.ts';

const libraries = libraryStubs();
const rounds = Number(process.env['KAFKA_EOS_ROUNDS'] ?? 12);

/** Each fixture with its files, as `RULE/NAME/…`. */
const programs: readonly Texts[] = foldersIn('test-fixtures').flatMap((rule) => {
  const paths = filesBelow(`test-fixtures/${rule}`);
  const names = [...new Set(paths.map((path) => path.split('/').slice(0, 3).join('/')))];
  return names.map((name) =>
    Object.fromEntries(
      paths.filter((path) => path === name || path.startsWith(`${name}/`)).map((path) => [path, readText(path)]),
    ),
  );
});

const several = fc.subarray(
  programs.map((_, index) => index),
  { minLength: 2, maxLength: 6 },
);
const edits = fc.array(
  fc.record({ kind: fc.constantFrom(...editKinds), file: fc.nat(999), line: fc.nat(999), word: fc.nat(99) }),
  { minLength: 1, maxLength: 8 },
);

describe('an analysis that remembers', function () {
  this.timeout(600_000);

  it('says after any edits what a new one says, byte for byte', () => {
    fc.assert(
      fc.property(several, edits, (chosen, sequence) => {
        const original: Texts = Object.fromEntries(chosen.flatMap((index) => Object.entries(programs[index] ?? {})));
        const remembering = openAnalyzer();
        let texts = original;
        assert.equal(shown(remembering, original, texts), shown(analyze, original, texts));
        for (const edit of sequence) {
          texts = edited(texts, original, edit);
          assert.equal(shown(remembering, original, texts), shown(analyze, original, texts), JSON.stringify(edit));
        }
      }),
      { numRuns: rounds, endOnFailure: false },
    );
  });
});

function shown(analyse: typeof analyze, original: Texts, texts: Texts): string {
  const inWorkspace = (path: string): string => `/workspace/${path}`;
  const disk = createMemoryHost(named(original, inWorkspace));
  const changed = Object.entries(texts).filter(([path, text]) => original[path] !== text);
  const host = overlayHost(disk, new Map(changed.map(([path, text]) => [inWorkspace(path), text])));
  const analysis: Analysis = analyse({
    host,
    paths: ['/workspace'],
    libraries,
    includeTests: false,
    maxStates: 5000,
    disk: 1,
  });
  return JSON.stringify(analysis, undefined, 1);
}

function named(texts: Texts, name: (path: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [name(path), text]));
}
