import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'use-after-settle',
  summary: 'A send, a sendOffsets or a commit on a transaction that is already over.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    used: {
      what: '{use} comes after the transaction was {how}, and is rejected.',
      why: 'A settled transaction takes nothing more: what is sent here reaches nobody, and an offset sent here does not move.',
      how: 'Do it before the transaction is settled, or in a new one, or with a plain producer.',
    },
  },
  check({ transactionFlow, place, name }, report) {
    for (const { use, label, settled, how, trace } of transactionFlow?.usesAfterSettle ?? []) {
      report({
        message: 'used',
        at: use,
        data: { use: label, how },
        because: [
          { place: settled, message: `${how} here` },
          { place, message: `reached from ${name}` },
        ],
        trace,
      });
    }
  },
});
