import type { SwallowedFailure } from '@kafka-eos/analyzer/facts/handler-outcome';
import { defineRule } from './contract/define-rule.ts';

const WHY =
  'To the consumer a handler that returns has succeeded: the position moves past the message, and nobody handles it again.';

export default defineRule({
  id: 'swallowed-failure',
  summary: 'A failed effect that the handler hides from its consumer: the message counts as processed.',
  severity: { recommended: 'warning', strict: 'error' },
  inspects: 'unit',
  messages: {
    abortedAndCaught: {
      what: 'The transaction is aborted here and the error goes no further, so the message counts as processed without its {effect}.',
      why: 'An abort takes back the output and the offset, but not the position in memory: the next transaction commits an offset behind this message.',
      how: 'Throw the error again after the abort, or route the message to a dead-letter topic first.',
    },
    caught: {
      what: 'The error of {effect} ends here, so the message counts as processed without it.',
      why: WHY,
      how: 'Throw the error again, or keep the message first: in a dead-letter topic, a retry topic or a row of failures.',
    },
    returned: {
      what: 'This return in a finally replaces the error of {effect}, so the message counts as processed without it.',
      why: WHY,
      how: 'Return behind the try statement, where only success leads.',
    },
    committed: {
      what: 'This offset is committed also when {effect} has failed: a finally runs on the way of the error, too.',
      why: 'The position moves past a message that was not processed, and the error that follows cannot take it back.',
      how: 'Commit behind the try statement, where only success leads.',
    },
  },
  check({ outcomes }, report) {
    for (const swallow of outcomes.swallowed) {
      const [first, ...others] = swallow.failed;
      if (first === undefined) continue;
      report({
        message: messageFor(swallow),
        at: swallow.place,
        data: { effect: first.label },
        ...(swallow.aborted ? { severity: { recommended: 'error', strict: 'error' } as const } : {}),
        because: [first, ...others].map(({ label, place }) => ({ place, message: `the error of ${label} ends there` })),
        trace: swallow.trace,
        fixes: () =>
          swallow.rethrow.length === 0
            ? []
            : [{ title: 'Throw the error again', safety: 'unsafe', edits: swallow.rethrow }],
      });
    }
  },
});

function messageFor({ form, aborted }: SwallowedFailure): 'abortedAndCaught' | 'caught' | 'returned' | 'committed' {
  if (form === 'offset') return 'committed';
  if (form === 'return') return 'returned';
  return aborted ? 'abortedAndCaught' : 'caught';
}
