import assert from 'node:assert/strict';
import { programsIn, readRulePage } from './rule-page.ts';

const text = [
  '# some-rule',
  '',
  'One line that says it.',
  '',
  '## Wrong',
  '',
  'Words.',
  '',
  '```ts',
  '# not a heading',
  'first();',
  '```',
  '',
  '```text',
  'a picture',
  '```',
  '',
  '## Right',
  '',
  '```ts',
  'second();',
  '```',
].join('\n');

describe('a rule page', () => {
  const page = readRulePage(text);

  it('has a title, a summary and sections', () => {
    assert.equal(page.title, 'some-rule');
    assert.equal(page.summary, 'One line that says it.');
    assert.deepEqual(page.sections, ['Wrong', 'Right']);
  });

  it('has programs, each in its section and with its line', () => {
    assert.deepEqual(programsIn(page, 'Wrong'), [
      { section: 'Wrong', language: 'ts', line: 10, code: '# not a heading\nfirst();\n' },
    ]);
    assert.deepEqual(
      programsIn(page, 'Right').map(({ code }) => code),
      ['second();\n'],
    );
  });
});
