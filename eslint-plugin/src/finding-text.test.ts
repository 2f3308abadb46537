import assert from 'node:assert/strict';
import type { Finding } from '@kafka-eos/linter/finding';
import { findingText } from './finding-text.ts';

const at = (file: string, line: number) => ({ file, start: { line, column: 1 }, end: { line, column: 5 } });

const finding: Finding = {
  rule: 'trap',
  messageId: 'x',
  severity: 'error',
  message: 'It is charged twice.',
  help: 'The message comes again.\nPass a key.',
  url: 'https://example.org',
  ...at('src/a.ts', 3),
  related: [{ ...at('src/b.ts', 7), message: 'the handler' }],
  trace: [
    { ...at('src/b.ts', 7), kind: 'receive', message: 'the message is received' },
    { ...at('src/a.ts', 3), kind: 'outcome', message: 'charged twice for one message' },
  ],
  fixes: [
    { title: 'here', safety: 'safe', edits: [{ ...at('src/a.ts', 3), text: '' }] },
    { title: 'there', safety: 'unsafe', edits: [{ ...at('src/b.ts', 3), text: '' }] },
    { title: 'like this', safety: 'example', edits: [{ ...at('src/b.ts', 3), text: '' }] },
  ],
};

describe('the text of a finding', () => {
  it('says what, why and how, and shows the run; fixes that a host cannot apply are named', () => {
    assert.deepEqual(findingText(finding, 'full').split('\n'), [
      'It is charged twice.',
      'The message comes again.',
      'Pass a key.',
      'Run: receive src/b.ts:7 → outcome line 3: charged twice for one message.',
      'See: src/b.ts:7 the handler.',
      'Fix in several files, shown by "kafka-eos check": there.',
    ]);
  });

  it('has no lines for what there is not', () => {
    const bare = { ...finding, trace: [], related: [], fixes: [] };
    assert.equal(findingText(bare, 'full'), 'It is charged twice.\nThe message comes again.\nPass a key.');
  });

  it('is one line when short', () => {
    assert.equal(findingText(finding, 'short'), 'It is charged twice.');
  });
});
