import assert from 'node:assert/strict';
import type { Finding, FindingFix } from '@kafka-eos/linter/finding';
import { hostFixes } from './host-fixes.ts';

const edit = (line: number, from: number, to: number, text: string, file = 'a.ts'): FindingFix['edits'][number] => ({
  file,
  start: { line, column: from },
  end: { line, column: to },
  text,
});

const withFixes = (...fixes: readonly FindingFix[]): Finding => ({
  rule: 'trap',
  messageId: 'x',
  severity: 'error',
  message: 'm',
  help: 'h',
  url: 'u',
  file: 'a.ts',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 2 },
  related: [],
  trace: [],
  fixes,
});

describe('the fixes for a host', () => {
  it('are one replacement each, which keeps what lies between the edits', () => {
    const fix: FindingFix = { title: 't', safety: 'safe', edits: [edit(2, 1, 2, 'B'), edit(1, 1, 2, 'A\n')] };
    assert.deepEqual(hostFixes(withFixes(fix), 'abc\r\nbcd\r\n'), {
      fix: { title: 't', safety: 'safe', start: 0, end: 6, text: 'A\r\nbc\r\nB' },
      suggestions: [],
    });
  });

  it('are applied unasked only if they are safe, and only one per finding', () => {
    const safe = (text: string): FindingFix => ({ title: text, safety: 'safe', edits: [edit(1, 1, 2, text)] });
    const unsafe: FindingFix = { ...safe('u'), safety: 'unsafe' };
    const { fix, suggestions } = hostFixes(withFixes(unsafe, safe('s'), safe('other')), 'abc');
    assert.equal(fix?.title, 's');
    assert.deepEqual(
      suggestions.map(({ title }) => title),
      ['u', 'other'],
    );
  });

  it('stay within the file, and are no examples', () => {
    const wide: FindingFix = { title: 't', safety: 'safe', edits: [edit(1, 1, 2, 'x'), edit(1, 1, 2, 'x', 'b.ts')] };
    const example: FindingFix = { title: 't', safety: 'example', edits: [edit(1, 1, 2, 'x')] };
    const outside: FindingFix = { title: 't', safety: 'safe', edits: [edit(9, 1, 2, 'x')] };
    assert.deepEqual(hostFixes(withFixes(wide, example, outside), 'abc'), { suggestions: [] });
  });
});
