import { defineRule } from './contract/define-rule.ts';

export default defineRule({
  id: 'transaction-not-settled',
  summary:
    'A transaction that some path neither commits nor aborts stays open and blocks its producer and its readers.',
  severity: { recommended: 'error', strict: 'error' },
  inspects: 'unit',
  messages: {
    throws: {
      what: 'An exception after this begin leaves the transaction neither committed nor aborted.',
      why: 'Until the broker times it out, read_committed readers of its topics wait behind it, and its producer can begin no other.',
      how: 'Put what follows in a try, abort in its catch and rethrow; declare the handle before the try.',
    },
    returns: {
      what: 'A path returns with the transaction that begins here neither committed nor aborted.',
      why: 'Until the broker times it out, read_committed readers of its topics wait behind it, and its producer can begin no other.',
      how: 'Abort or commit on every path, or begin only once it is clear that there is something to send.',
    },
    beginsAgain: {
      what: 'The transaction that begins here is still open when the next one begins.',
      why: 'A producer has one transaction at a time: the second begin is refused, and the first stays open until it times out.',
      how: 'Commit or abort at the end of every turn of the loop.',
    },
  },
  check({ transactionFlow, place, name }, report) {
    for (const { begin, end, trace, edits } of transactionFlow?.unsettled ?? []) {
      report({
        message: end,
        at: begin,
        data: {},
        because: [{ place, message: `reached from ${name}` }],
        trace,
        fixes: () =>
          edits.length === 0 ? [] : [{ title: 'Abort and rethrow when something fails', safety: 'unsafe', edits }],
      });
    }
  },
});
