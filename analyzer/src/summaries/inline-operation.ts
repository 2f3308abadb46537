import type { Builder } from './builder.ts';
import { dbStep } from './db-transaction.ts';
import { inlineCall, type CallSite } from './inline-call.ts';
import { firstOperation, transactionAround } from '../recognize/operations-of.ts';
import type { StepId } from './unit-graph.ts';

/** The steps of one call: in the transaction that runs the list it stands in, or at the end of that transaction. */
export function inlineOperation(builder: Builder, site: CallSite): StepId {
  const { call, env, next, error } = site;
  if (firstOperation(builder.knowledge, call, env) !== undefined)
    return dbStep(builder, { node: call, env }, 'db-commit', next, error);
  const transaction = transactionAround(builder.knowledge, call, env);
  if (transaction === undefined) return inlineCall(builder, site);
  const at = { node: transaction, env };
  const inside = inlineCall(builder, { ...site, error: dbStep(builder, at, 'db-rollback', error, error) });
  const isFirst = firstOperation(builder.knowledge, transaction, env) === call;
  return isFirst ? dbStep(builder, at, 'db-begin', inside, error) : inside;
}
