import assert from 'node:assert/strict';
import type { LintRequest } from '../session.ts';
import { check, shown } from '../testing/check-texts.ts';

describe('suppressions', () => {
  const found = (text: string, settings: Partial<LintRequest['settings']> = {}): readonly string[] =>
    shown(check({ 'a.ts': text }, settings));

  it('take out the finding on the next line', () => {
    assert.deepEqual(found('// kafka-eos-disable-next-line trap -- a reason\nTRAP_x\nTRAP_y'), ['a.ts:3 error trap y']);
  });

  it('take nothing out without a reason, and are reported', () => {
    assert.deepEqual(found('// kafka-eos-disable-next-line trap\nTRAP_x'), [
      'a.ts:1 warning suppression-without-reason no-reason',
      'a.ts:2 error trap x',
    ]);
    assert.deepEqual(found('// kafka-eos-disable-next-line trap --   \nTRAP_x').length, 2);
  });

  it('are reported when they suppress nothing', () => {
    assert.deepEqual(found('// kafka-eos-disable-next-line trap -- a reason\nfine\nTRAP_x'), [
      'a.ts:1 warning unused-suppression unused',
      'a.ts:3 error trap x',
    ]);
  });

  it('are used when the preset would not have shown the finding', () => {
    assert.deepEqual(found('// kafka-eos-disable-next-line trap, quiet -- a reason\nTRAP_quiet'), []);
  });

  it('are not called unused when their rule is off', () => {
    const text = '// kafka-eos-disable-next-line quiet -- a reason\nfine\nTRAP_x';
    assert.deepEqual(found(text), ['a.ts:3 error trap x']);
    assert.equal(found(text, { preset: 'strict' }).length, 2);
  });

  it('are reported when they name no rule, an unknown rule, or are an unknown instruction', () => {
    assert.deepEqual(
      found('// kafka-eos-disable-next-line -- why\n// kafka-eos-disable-next-line trapp -- why\n// kafka-eos-ignore'),
      [
        'a.ts:1 warning unused-suppression no-rule',
        'a.ts:2 warning unused-suppression unknown-rule',
        'a.ts:3 warning unused-suppression unknown-instruction',
      ],
    );
  });

  it('can be settled like rules', () => {
    const rules = new Map([['unused-suppression', 'off'] as const]);
    assert.deepEqual(found('// kafka-eos-disable-next-line trap -- a reason', { rules }), []);
  });
});
