import type { DroppedTail } from '@kafka-eos/analyzer/facts/handler-outcome';
import { defineRule, type Fix } from './contract/define-rule.ts';

export default defineRule({
  id: 'batch-tail-dropped',
  summary: 'A batch handler that leaves its loop early: the rest of the batch counts as processed.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    left: {
      what: 'The handler leaves its loop here, and the rest of the batch counts as processed.',
      why: 'With {option} on, the library resolves a batch up to its last message as soon as the handler returns, however far it came.',
      how: 'Set {option} to false and resolve each message that is handled, or throw instead.',
    },
  },
  check({ outcomes, place, name }, report) {
    for (const tail of outcomes.droppedTails) {
      report({
        message: 'left',
        at: tail.place,
        data: { option: tail.option },
        because: [{ place, message: `handles each batch: ${name}` }],
        trace: tail.trace,
        fixes: () => fixesFor(tail),
      });
    }
  },
});

function fixesFor({ option, switchOff }: DroppedTail): readonly Fix[] {
  return switchOff.length === 0 ? [] : [{ title: `Set ${option}: false`, safety: 'unsafe', edits: switchOff }];
}
