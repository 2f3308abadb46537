import ts from '../typescript.ts';
import { chainedCalls } from './chained-calls.ts';
import { isLedElsewhere, takesAnyConnection } from './connection.ts';
import { runsInTransaction } from './decorated-transaction.ts';
import type { Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import type { Meaning } from './meaning.ts';
import { transactionAround } from './operations-of.ts';
import { receiverOf, refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { applies } from './tag-condition.ts';
import { pathsOf, type Tag } from './tag.ts';
import { callsTagged } from './tagged-calls.ts';
import { tagsOfCall } from './tags-of-call.ts';

/**
 * What a call means, with the writes that take no part in a transaction of the database told apart: they are durable at
 * once, and no rollback undoes them. Where that is not certain they take part.
 */
export function withConnection(
  knowledge: Knowledge,
  reading: Reading,
  meanings: readonly Meaning[],
): readonly Meaning[] {
  const isAsked = meanings.some((meaning) => meaning.kind === 'write' && meaning.category === 'database');
  if (!isAsked || !isApart(knowledge, reading)) return meanings;
  return meanings.map((meaning) =>
    meaning.kind === 'write' ? { ...meaning, separate: true as const, aborting: false } : meaning,
  );
}

function isApart(knowledge: Knowledge, { member, tag, call, env, shownAs }: Reading): boolean {
  const around = transactionsAround(knowledge, env);
  if (around.some(({ ambient }) => ambient) || isListed(knowledge, shownAs, env)) return false;
  if (isHandedOver(knowledge, shownAs, env)) return false;
  const parts = member.tags.filter(({ verb }) => verb === 'takes-part');
  if (parts.length > 0) return lacksHandle(knowledge, parts, call, env) && !isAmbientEverywhere(knowledge);
  if (tag.values.get('connection') === 'any') return true;
  // A client that comes from elsewhere may know of a transaction whose function asks for no handle.
  const isTold = around.every(({ handed }) => handed);
  return takesAnyConnection(knowledge, call, env, isTold ? 'declared' : 'made');
}

/** A function that a database transaction runs. `ambient`: what it does takes part without a handle. */
interface Around {
  readonly fn: Env['fn'];
  /** It takes the transaction's handle. */
  readonly handed: boolean;
  readonly ambient: boolean;
}

/** The functions that run in transactions on the way to an env, innermost first. */
function transactionsAround(knowledge: Knowledge, env: Env | undefined): readonly Around[] {
  const found: Around[] = [];
  for (let at = env; at !== undefined; at = at.caller) {
    const { fn, call, caller } = at;
    if (runsInTransaction(knowledge, fn)) found.push({ fn, handed: false, ambient: true });
    const tags = ts.isCallExpression(call) ? tagsOfCall(knowledge, call, caller) : [];
    if (!tags.some((tag) => tag.verb === 'db-transaction' && tag.paths.has('run'))) continue;
    const handed = isFunctionNode(fn) && fn.parameters.length > 0;
    found.push({ fn, handed, ambient: !handed && tags.some(({ verb }) => verb === 'ambient-inside') });
  }
  return found;
}

/** `db.$transaction([change(db)])`: the call, or one that leads to it, is an operation of a list that runs as one. */
function isListed(knowledge: Knowledge, call: ts.Node, env: Env | undefined): boolean {
  if (transactionAround(knowledge, call, env) !== undefined) return true;
  return env !== undefined && isListed(knowledge, env.call, env.caller);
}

/** `insert(row).transacting(trx)`: said by what is chained after it. */
function isHandedOver(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  return chainedCalls(call).some((link) => isLedElsewhere(knowledge, tagsOfCall(knowledge, link, env), link, env));
}

/** Where a library is told of its transaction by an option: it is not. */
function lacksHandle(knowledge: Knowledge, tags: readonly Tag[], call: AnyCall, env: Env | undefined): boolean {
  return tags
    .flatMap((tag) => pathsOf(tag, 'in'))
    .map((path) => refsAt(knowledge, call, path, env))
    .every(({ refs, unknown }) => refs.length === 0 && !unknown);
}

/** `Sequelize.useCLS(namespace)`: from then on everything takes part. */
function isAmbientEverywhere(knowledge: Knowledge): boolean {
  return callsTagged(knowledge, 'ambient').some((call) =>
    tagsOfCall(knowledge, call, undefined).some(
      (tag) => tag.verb === 'ambient' && applies(knowledge, tag, call, undefined) !== 'no',
    ),
  );
}

/** `tx.transaction(…)`: a savepoint of the transaction whose handle it is called on, which alone ends anything. */
export function isSavepoint(knowledge: Knowledge, call: AnyCall, env: Env | undefined): boolean {
  const receiver = receiverOf(call);
  const functions = new Set<ts.Node>(transactionsAround(knowledge, env).map(({ fn }) => fn));
  if (receiver === undefined || functions.size === 0) return false;
  return knowledge
    .valuesOf({ node: receiver, env })
    .every((value) => value.kind === 'library' && ts.isParameter(value.origin) && functions.has(value.origin.parent));
}
