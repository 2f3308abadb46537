import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'abort-after-failed-commit',
  summary: 'An abort that runs after a failed commit rejects as well and hides why the commit failed.',
  severity: { recommended: 'warning', strict: 'warning' },
  inspects: 'unit',
  messages: {
    unguarded: {
      what: 'When the commit fails, this abort rejects too, and its error takes the place of the first one.',
      why: 'After a failed commit the transaction is over for this client: "once ended" is all that the log will say.',
      how: 'Abort only while the transaction is active: if (transaction.isActive()).',
    },
  },
  check({ transactionFlow, place, name }, report) {
    for (const { abort, commit, trace, edits } of transactionFlow?.abortsAfterFailedCommit ?? []) {
      report({
        message: 'unguarded',
        at: abort,
        data: {},
        because: [
          { place: commit, message: 'the commit that may fail' },
          { place, message: `reached from ${name}` },
        ],
        trace,
        fixes: () => (edits.length === 0 ? [] : [{ title: 'Abort only an active transaction', safety: 'safe', edits }]),
      });
    }
  },
});
