import ts from '../typescript.ts';
import type { Repeatability } from '../facts/effect.ts';
import { callName, resourceOf } from './call-name.ts';
import type { Env } from './env.ts';
import { initialOf } from './initial-value.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import type { WriteMeaning } from './meaning.ts';
import { follow, refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import { refsFor, resourceRef } from './resource-at.ts';
import { enclosingFunction } from './source-index.ts';
import { stripExpression } from './strip.ts';
import { pathsOf, type Tag } from './tag.ts';
import { keyedRow, type Row } from './unique-row.ts';
import type { FunctionNode, Ref } from './value.ts';

type Scheduled = Pick<WriteMeaning, 'resource' | 'repeatability'>;

/** What a unit of work writes when it is flushed: the entities that it was told of in the same function before. */
export function scheduledWrites(knowledge: Knowledge, { tag, call, env }: Reading): readonly Scheduled[] {
  const given = refsFor(knowledge, pathsOf(tag, 'row'), call, env);
  const fn = enclosingFunction(call);
  const told = fn === undefined ? [] : toldIn(knowledge, fn, env).filter(({ node }) => node.pos < call.pos);
  const entities = [...told, ...given].flatMap((ref) => entitiesAt(knowledge, ref));
  const made = new Map(entities.map((entity) => [entity.node, entity]));
  return [...made.values()].flatMap((entity) => writeOf(knowledge, entity) ?? []);
}

/** `em.persist(entity)` in a callback of a transaction: nobody flushes, the end of the transaction does. */
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

/** The entities that calls in a function tell a unit of work of: what is persisted, and what is made by it. */
function toldIn(knowledge: Knowledge, fn: FunctionNode, env: Env | undefined): readonly Ref[] {
  return callsIn(fn).flatMap((call): readonly Ref[] =>
    tagsOf(knowledge, call, env).flatMap((tag) => {
      if (tag.verb === 'schedule') return refsFor(knowledge, pathsOf(tag, 'row'), call, env);
      return tag.verb === 'makes' ? [{ node: call, env }] : [];
    }),
  );
}

function isFlushedIn(knowledge: Knowledge, fn: FunctionNode, env: Env | undefined): boolean {
  return callsIn(fn).some((call) => tagsOf(knowledge, call, env).some(({ words }) => words.includes('scheduled')));
}

/** Whether a function is what a call runs in a transaction. */
function endsTransaction(knowledge: Knowledge, fn: FunctionNode): boolean {
  const call = fn.parent;
  if (!ts.isCallExpression(call)) return false;
  return tagsOf(knowledge, call, undefined).some((tag) => tag.verb === 'db-transaction' && tag.paths.has('run'));
}

function tagsOf(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): readonly Tag[] {
  return knowledge.calleesOf(call, env).library.flatMap(({ tags }) => tags);
}

function callsIn(fn: FunctionNode): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  const stack: ts.Node[] = fn.body === undefined ? [] : [fn.body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isCallExpression(node)) found.push(node);
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return found.toSorted((a, b) => a.pos - b.pos || a.end - b.end);
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
  const row = madeRow(knowledge, entity);
  if (row === undefined) return undefined;
  const resource = row.model && resourceOf(knowledge, row.model);
  const repeatability: Repeatability = keyedRow(knowledge, row, resource) ?? { kind: 'non-idempotent' };
  return { resource, repeatability };
}

function madeRow(knowledge: Knowledge, { node, env }: Ref): Row | undefined {
  const later = (column: string): Ref | undefined => {
    const name = ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined;
    return name !== undefined && ts.isIdentifier(name)
      ? follow(knowledge, { node: name, env }, [column]).refs[0]
      : follow(knowledge, { node, env }, [column]).refs[0];
  };
  if (ts.isNewExpression(node)) return { valueOf: later, model: { node: node.expression, env } };
  if (!ts.isCallExpression(node)) return undefined;
  return tagsOf(knowledge, node, env)
    .filter(({ verb }) => verb === 'makes')
    .map((tag) => createdRow(knowledge, tag, node, env, later))[0];
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
