import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConfig, type ConfigText } from './read-config.ts';

const rules = [
  { id: 'in-memory-dedup', summary: 'A guard in memory.' },
  { id: 'offset-not-next', summary: 'A raw offset.' },
];

const file = '/w/kafka-eos.config.json';

/** Each problem as `line:column message`. */
const problems = (source: string | ConfigText): readonly string[] => {
  const read = readConfig(typeof source === 'string' ? { file, text: source } : source, rules);
  return read.kind === 'problems'
    ? read.problems.map(({ line, column, message }) => `${line ?? '-'}:${column ?? '-'} ${message}`)
    : [];
};

describe('readConfig', () => {
  it('reads a whole configuration', () => {
    const config = {
      $schema: './schema.json',
      preset: 'strict',
      rules: { 'in-memory-dedup': 'off' },
      overrides: [{ files: ['src/**'], rules: { 'offset-not-next': 'info' } }],
      ignore: ['generated/**'],
    };
    assert.deepEqual(readConfig({ file, text: JSON.stringify(config) }, rules), { kind: 'config', config });
  });

  it('points at an unknown key, and guesses what was meant', () => {
    assert.deepEqual(problems('{\n  "rulez": {}\n}'), ['2:3 unknown key "rulez"; did you mean "rules"?']);
    assert.deepEqual(problems('{ "overrides": [{ "files": [], "rules": {}, "file": 1 }] }'), [
      '1:45 unknown key "file"; did you mean "files"?',
    ]);
  });

  it('points at an unknown rule, and guesses what was meant', () => {
    assert.deepEqual(problems('{ "rules": {\n "in-memory-dedupe": "off" } }'), [
      '2:2 there is no rule "in-memory-dedupe"; did you mean "in-memory-dedup"?',
    ]);
    assert.deepEqual(problems('{ "rules": { "no-such-thing-at-all": "off" } }'), [
      '1:14 there is no rule "no-such-thing-at-all"',
    ]);
  });

  it('points at a wrong value', () => {
    assert.deepEqual(problems('{ "preset": "strickt" }'), [
      '1:13 preset: expected "recommended" or "strict", found "strickt"',
    ]);
    assert.deepEqual(problems('{ "rules": { "offset-not-next": 2 } }'), [
      '1:33 rules.offset-not-next: expected "off" or "info" or "warning" or "error", found 2',
    ]);
    assert.deepEqual(problems('{ "ignore": [""] }'), [
      '1:14 ignore.0: expected a pattern of at least one character, found 0',
    ]);
    assert.deepEqual(problems('[]'), ['1:1 the configuration: expected an object, found array']);
  });

  it('points at a missing key through the object that lacks it', () => {
    assert.deepEqual(problems('{ "overrides": [{ "rules": {} }] }'), [
      '1:17 overrides.0.files: expected "files", found nothing',
    ]);
  });

  it('points at what is not JSON', () => {
    assert.deepEqual(problems('{\n  "rules": {,}\n}'), ['2:13 not valid JSON: value expected']);
    assert.deepEqual(problems(''), ['-:- is empty']);
  });

  it('allows comments and trailing commas', () => {
    assert.deepEqual(problems('// why\n{ "preset": "strict", /* so */ }'), []);
  });

  it('reads the key of a package.json, and only that', () => {
    const source = (text: string): ConfigText => ({ file: '/w/package.json', text, key: 'kafka-eos' });
    assert.equal(readConfig(source('{ "devDependencies": { "kafka-eos": "1" } }'), rules).kind, 'none');
    assert.deepEqual(problems(source('{ "name": "x",\n "kafka-eos": { "present": "strict" } }')), [
      '2:17 unknown key "present"; did you mean "preset"?',
    ]);
  });

  it('never throws, and names a place in the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((value) => JSON.stringify({ rules: value })),
        ),
        (text) => {
          const read = readConfig({ file, text }, rules);
          const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).length;
          if (read.kind === 'problems')
            assert.ok(read.problems.every(({ line }) => line === undefined || line <= lines));
        },
      ),
    );
  });
});
