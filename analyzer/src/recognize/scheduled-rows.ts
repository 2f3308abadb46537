import ts from '../typescript.ts';
import { nodesIn } from '../program/nodes-in.ts';
import { callName, resourceOf } from './call-name.ts';
import { runsInTransaction } from './decorated-transaction.ts';
import type { Env } from './env.ts';
import { initialOf } from './initial-value.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import type { WriteMeaning } from './meaning.ts';
import { symbolAt } from './symbol-at.ts';
import { follow, refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { refsFor, resourceRef } from './resource-at.ts';
import { enclosingFunction } from './source-index.ts';
import { stripExpression } from './strip.ts';
import { pathsOf, type Tag } from './tag.ts';
import { tagsOfCall } from './tags-of-call.ts';
import { keyedRow, type Row } from './unique-row.ts';
import type { FunctionNode, Ref } from './value.ts';

type Scheduled = Pick<WriteMeaning, 'resource' | 'repeatability'>;

/** What a unit of work writes when it is flushed: the entities that it was told of in the same function before. */
export function scheduledWrites(knowledge: Knowledge, { tag, call, env }: Reading): readonly Scheduled[] {
  const given = refsFor(knowledge, pathsOf(tag, 'row'), call, env);
  const fn = enclosingFunction(call);
  const told = fn === undefined ? [] : toldIn(knowledge, fn, env, call);
  const entities = [...told, ...given].flatMap((ref) => entitiesAt(knowledge, ref));
  const made = new Map(entities.map((entity) => [entity.node, entity]));
  return [...made.values()].flatMap((entity) => writeOf(knowledge, entity) ?? []);
}

/** `em.persist(entity)` in what runs in a transaction: nobody flushes, the end of the transaction does. */
export function unflushedWrites(knowledge: Knowledge, reading: Reading): readonly WriteMeaning[] {
  const { tag, call, env, member, shownAs } = reading;
  const fn = enclosingFunction(call);
  if (fn === undefined || !endsTransaction(knowledge, fn) || isFlushedIn(knowledge, fn, env)) return [];
  const entities = refsFor(knowledge, pathsOf(tag, 'row'), call, env).flatMap((ref) => entitiesAt(knowledge, ref));
  return entities.flatMap((entity): readonly WriteMeaning[] => {
    const write = writeOf(knowledge, entity);
    if (write === undefined) return [];
    const rest = { remedies: [], aborting: false, expires: false, removes: false, claims: false, sets: undefined };
    const { packageName } = member.stub;
    return [{ kind: 'write', category: 'database', library: packageName, label: callName(shownAs), ...rest, ...write }];
  });
}

/** The entities that a unit of work is told of between its last flush and this one: persisted, or made by it. */
function toldIn(knowledge: Knowledge, fn: FunctionNode, env: Env | undefined, flush: AnyCall): readonly Ref[] {
  let told: Ref[] = [];
  for (const call of callsIn(fn)) {
    if (call === flush || call.end >= flush.end) break;
    for (const tag of tagsOfCall(knowledge, call, env)) {
      if (tag.words.includes('scheduled')) told = [];
      else if (tag.verb === 'makes') told.push({ node: call, env });
      else if (tag.verb === 'schedule') told.push(...refsFor(knowledge, pathsOf(tag, 'row'), call, env));
    }
  }
  return told;
}

function isFlushedIn(knowledge: Knowledge, fn: FunctionNode, env: Env | undefined): boolean {
  return callsIn(fn).some((call) => tagsOfCall(knowledge, call, env).some(({ words }) => words.includes('scheduled')));
}

/** Whether a function is what a call, or a decorator, runs in a transaction. */
function endsTransaction(knowledge: Knowledge, fn: FunctionNode): boolean {
  if (runsInTransaction(knowledge, fn)) return true;
  const call = fn.parent;
  if (!ts.isCallExpression(call)) return false;
  return tagsOfCall(knowledge, call, undefined).some((tag) => tag.verb === 'db-transaction' && tag.paths.has('run'));
}

function callsIn(fn: FunctionNode): readonly ts.CallExpression[] {
  const found = fn.body === undefined ? [] : nodesIn(fn.body, ts.isCallExpression);
  return found.toSorted((a, b) => a.end - b.end);
}

/** `persist([a, b])` and `persist(a)`: where each entity was made, behind the name that it has. */
function entitiesAt(knowledge: Knowledge, ref: Ref): readonly Ref[] {
  const node = stripExpression(ref.node);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.flatMap((element) => entitiesAt(knowledge, { node: element, env: ref.env }));
  }
  return [{ node: initialOf(knowledge, node), env: ref.env }];
}

/** The insert of an entity that was made in sight; nothing is known of one that may have been there before. */
function writeOf(knowledge: Knowledge, entity: Ref): Scheduled | undefined {
  const made = madeRow(knowledge, entity);
  if (made === undefined) return undefined;
  const { row, isWhole } = made;
  const resource = row.model && resourceOf(knowledge, row.model);
  const keyed = keyedRow(knowledge, { row, table: resource, writer: entity.node });
  if (keyed !== undefined || isWhole) return { resource, repeatability: keyed ?? { kind: 'non-idempotent' } };
  return { resource, repeatability: { kind: 'unknown', because: 'what the new entity holds is not in sight' } };
}

/** The row of a new entity, and whether all of it can be seen. */
interface Made {
  readonly row: Row;
  readonly isWhole: boolean;
}

function madeRow(knowledge: Knowledge, { node, env }: Ref): Made | undefined {
  const parent = node.parent;
  const name = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name : undefined;
  const later = (column: string): Ref | undefined => name && follow(knowledge, { node: name, env }, [column]).refs[0];
  const isFilled = name !== undefined && isHandedOn(knowledge, name, env);
  if (ts.isNewExpression(node)) {
    const isWhole = (node.arguments ?? []).length === 0 && !isFilled;
    return { row: { valueOf: later, model: { node: node.expression, env } }, isWhole };
  }
  if (!ts.isCallExpression(node)) return undefined;
  const [makes] = tagsOfCall(knowledge, node, env).filter(({ verb }) => verb === 'makes');
  return makes && { row: createdRow(knowledge, makes, node, env, later), isWhole: !isFilled };
}

/** `Object.assign(entity, values)`: somebody else may give it values. */
function isHandedOn(knowledge: Knowledge, name: ts.Identifier, env: Env | undefined): boolean {
  const fn = enclosingFunction(name);
  const symbol = symbolAt(knowledge, name);
  if (fn === undefined || symbol === undefined) return true;
  return callsIn(fn).some((call) => {
    const isGiven = call.arguments.some((each) => ts.isIdentifier(each) && symbolAt(knowledge, each) === symbol);
    if (!isGiven) return false;
    return !tagsOfCall(knowledge, call, env).some((tag) => tag.verb === 'schedule' || tag.words.includes('scheduled'));
  });
}

function createdRow(knowledge: Knowledge, tag: Tag, call: AnyCall, env: Env | undefined, later: Row['valueOf']): Row {
  const [row] = pathsOf(tag, 'row');
  const [model] = refsFor(knowledge, pathsOf(tag, 'model'), call, env);
  const given = (column: string): Ref | undefined =>
    row && refsAt(knowledge, call, { root: row.root, members: [...row.members, column] }, env).refs[0];
  return {
    valueOf: (column) => given(column) ?? later(column),
    model: model ?? resourceRef(knowledge, tag, call, env),
  };
}
