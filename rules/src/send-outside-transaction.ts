import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'send-outside-transaction',
  summary: 'A message of a transactional unit of work that is sent past the open transaction.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    outside: {
      what: '{send} does not go through the transaction that is open here.',
      why: 'Readers see the message at once, an abort does not take it back, and the retry sends it again.',
      how: 'Send it on the transaction, or after the commit if it must not wait for it.',
    },
    rejected: {
      what: '{send} goes to the producer while a transaction of it is open, and is refused.',
      why: 'The producer takes messages through its transaction only as long as there is one: every message fails here.',
      how: 'Send it on the transaction.',
    },
  },
  check({ transactionFlow, place, name }, report) {
    for (const { send, label, begin, fate, trace, edits } of transactionFlow?.bypasses ?? []) {
      report({
        message: fate,
        at: send,
        data: { send: label },
        because: [
          { place: begin, message: 'the transaction begins here' },
          { place, message: `reached from ${name}` },
        ],
        trace,
        fixes: () => (edits.length === 0 ? [] : [{ title: 'Send it in the transaction', safety: 'safe', edits }]),
      });
    }
  },
});
