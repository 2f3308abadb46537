import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'failed-send-committed',
  summary: 'A transaction that is committed although something that belongs to it failed and was caught.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    caught: {
      what: 'When {send} fails the error ends here, and the transaction is committed without it.',
      why: 'All or nothing is what the transaction is for: the rest becomes visible, and what failed is missing for good.',
      how: 'Let the error reach the code that aborts, or abort here.',
    },
  },
  check({ transactionFlow, place, name }, report) {
    for (const { caught, send, label, commit, trace, edits } of transactionFlow?.failedSends ?? []) {
      report({
        message: 'caught',
        at: caught,
        data: { send: label },
        because: [
          { place: send, message: 'what may fail' },
          { place: commit, message: 'committed all the same' },
          { place, message: `reached from ${name}` },
        ],
        trace,
        fixes: () => (edits.length === 0 ? [] : [{ title: 'Rethrow', safety: 'unsafe', edits }]),
      });
    }
  },
});
