import assert from 'node:assert/strict';
import * as v from 'valibot';
import { libraryNames } from './library-names.ts';
import { importCycles } from './import-cycles.ts';
import { isTest, layerBreaks } from './layer-breaks.ts';
import { layers } from './layers.ts';
import { readSource, type Source } from './read-source.ts';
import { filesBelow, readText } from './repository.ts';

const allFiles = filesBelow('');
const maxLines = 300;

/** Code that we wrote to be read: no stubs, no programs with traps in them. */
const ownCode = allFiles.filter(
  (path) => /\.(?:ts|js|mjs)$/.test(path) && !path.endsWith('.d.ts') && !/^(?:test-fixtures|examples)\//.test(path),
);

const { workspaces } = v.parse(v.object({ workspaces: v.array(v.string()) }), JSON.parse(readText('package.json')));

const productSources: readonly Source[] = workspaces
  .flatMap((folder) => filesBelow(`${folder}/src`))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readSource(path, readText(path)));

describe('the repository', () => {
  it('imports one way only', () => {
    assert.deepEqual(productSources.flatMap(layerBreaks), []);
  });

  it('has no import cycles', () => {
    assert.deepEqual(importCycles(productSources), []);
  });

  it('has code in every layer', () => {
    const empty = layers.filter(({ folder }) => !productSources.some(({ path }) => path.startsWith(folder)));
    assert.deepEqual(
      empty.map(({ folder }) => folder),
      [],
    );
  });

  it('keeps the names of libraries out of the analyzer: they are data of libraries/', () => {
    const names = libraryNames();
    // A dialect of SQL is spelt like a package for its database.
    const dialects = new Set(['mysql']);
    const named = productSources
      .filter(({ path }) => path.startsWith('analyzer/src/') && !isTest(path))
      .flatMap(({ path, strings }) =>
        strings
          .filter(({ text }) => names.has(text) && !dialects.has(text))
          .map(({ text, line }) => `${path}:${line}: ${text}`),
      );
    assert.ok(names.has('kafkajs'), 'the registry of stubs should name kafkajs');
    assert.deepEqual(named, []);
  });

  it(`has no source file longer than ${maxLines} lines`, () => {
    const long = ownCode
      .map((path) => ({ path, lines: readText(path).split('\n').length - 1 }))
      .filter(({ lines }) => lines > maxLines);
    assert.deepEqual(long, []);
  });

  it('names files and folders after what they are about', () => {
    const nameless = ownCode.filter((path) =>
      path.split('/').some((part) => /(?:^|[-_.])(?:utils?|helpers?|common|managers?)(?:$|[-_.])/i.test(part)),
    );
    assert.deepEqual(nameless, []);
  });
});
