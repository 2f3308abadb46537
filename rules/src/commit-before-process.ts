import type { EarlyOffset } from '@kafka-eos/analyzer/facts/handler-outcome';
import { defineRule, type Fix } from './contract/define-rule.ts';

const WHY =
  'If the process dies in between, or {effect} fails, the group goes on behind the message, and nobody handles it again.';

export default defineRule({
  id: 'commit-before-process',
  summary: 'The position moves past a message before its work is done: a crash in between loses it.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    call: {
      what: '{label} moves the position past the message before {effect} has run.',
      why: WHY,
      how: 'Move it behind the last effect of the message.',
    },
    transaction: {
      what: 'This commit moves the input offset past the message before {effect} has run.',
      why: WHY,
      how: 'Run {effect} before the transaction commits, in a way that may be repeated, or send it in the transaction.',
    },
    option: {
      what: 'With {label} on, the client commits messages that it has only handed over, before {effect} has run.',
      why: WHY,
      how: 'Set {label} to false and commit each message once its work is done.',
    },
  },
  check({ outcomes }, report) {
    for (const early of outcomes.early) {
      const [first, ...others] = early.effects;
      if (first === undefined) continue;
      report({
        message: early.form,
        at: early.place,
        data: { label: early.label, effect: first.label },
        because: [first, ...others].map(({ label, place }) => ({ place, message: `${label} runs after it` })),
        trace: early.trace,
        fixes: () => fixesFor(early),
      });
    }
  },
});

function fixesFor({ move }: EarlyOffset): readonly Fix[] {
  return move.length === 0 ? [] : [{ title: 'Move it behind the work', safety: 'unsafe', edits: move }];
}
