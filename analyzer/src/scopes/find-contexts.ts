import ts from '../typescript.ts';
import { enterCall, enterCallback } from '../recognize/enter-call.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { baseOf } from '../recognize/property-values.ts';
import { resolved } from '../recognize/by-symbol.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { tagsOfCall } from '../recognize/tags-of-call.ts';
import type { Binding, FunctionNode, FunctionValue, InstanceValue } from '../recognize/value.ts';
import { registrationsAt } from './registrations.ts';
import { membersAboveLiterals } from './literal-members.ts';

const DEPTH = 4;
const LIMIT = 40;

/**
 * The ways in which the slice reaches a node: one env per chain of calls, so that two users of one wrapper are two
 * contexts. `undefined` stands for whatever is not known: then parameters may be anything that is passed anywhere.
 */
export function contextsOf(knowledge: Knowledge, node: ts.Node): readonly (Env | undefined)[] {
  const found = new Set<Env | undefined>();
  for (const env of contextsAt(knowledge, node, DEPTH)) {
    found.add(env);
    // Who is called from everywhere has more ways than anybody could look at: they are not all found first.
    if (found.size > LIMIT) return [undefined];
  }
  return [...found].flatMap((env) => registrationsAt(knowledge, node, env));
}

function* contextsAt(knowledge: Knowledge, node: ts.Node, depth: number): Iterable<Env | undefined> {
  const fn = enclosingFunction(node);
  if (fn === undefined || depth === 0) {
    yield undefined;
    return;
  }
  const isCalled = yield* orElse(calledContexts(knowledge, fn, depth));
  const isOwned = yield* orElse(ownedContexts(knowledge, fn));
  if (isCalled || isOwned || (yield* orElse(handedContexts(knowledge, fn, depth)))) return;
  // A function that is handed on is seen from where it was made.
  if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) yield* contextsAt(knowledge, fn, depth - 1);
  else yield undefined;
}

/** Hands all of it on, and says whether there was any. */
function* orElse<T>(values: Iterable<T>): Generator<T, boolean> {
  let any = false;
  for (const value of values) {
    any = true;
    yield value;
  }
  return any;
}

function* calledContexts(knowledge: Knowledge, fn: FunctionNode, depth: number): Iterable<Env> {
  const declarations = [fn, ...declarationsAbove(knowledge, fn)];
  for (const call of declarations.flatMap((declaration) => knowledge.index.callsOf(declaration))) {
    for (const outer of contextsAt(knowledge, call, depth - 1)) {
      const callees = knowledge.calleesOf(call, outer).functions.filter((callee) => callee.fn === fn);
      yield* callees.flatMap((callee) => enterCall(knowledge, callee, call, outer) ?? []);
    }
  }
}

/** A callback of `consumers.map((consumer) => consumer.start())` is called once per element. */
function* handedContexts(knowledge: Knowledge, fn: FunctionNode, depth: number): Iterable<Env> {
  const call = fn.parent;
  if (!ts.isCallExpression(call) || !call.arguments.some((argument) => argument === fn)) return;
  const receiver = receiverOf(call);
  if (receiver === undefined) return;
  for (const outer of contextsAt(knowledge, call, depth - 1)) {
    const tags = tagsOfCall(knowledge, call, outer);
    if (!tags.some(({ verb, words }) => verb === 'calls' && words.includes('each'))) continue;
    const element: Binding = { kind: 'element', of: { node: receiver, env: outer } };
    const callee: FunctionValue = { kind: 'function', fn, closure: outer, self: undefined };
    const env = enterCallback(knowledge, callee, call, outer, [element]);
    if (env !== undefined) yield env;
  }
}

/** A method that nobody in sight calls belongs to the objects that somebody constructs. */
function ownedContexts(knowledge: Knowledge, fn: FunctionNode): readonly Env[] {
  const owner = fn.parent;
  if (!ts.isMethodDeclaration(fn) || !ts.isClassLike(owner)) return [];
  const called = [fn, ...declarationsAbove(knowledge, fn)].some((d) => knowledge.index.callsOf(d).length > 0);
  if (called) return [];
  const makers = [owner, ...knowledge.index.descendantsOf(owner)];
  return makers.flatMap((declaration) =>
    knowledge.index.creationsOf(declaration).flatMap((node) => {
      const self: InstanceValue = { kind: 'instance', declaration, creation: { node, env: undefined } };
      return enterCallback(knowledge, { kind: 'function', fn, closure: undefined, self }, fn, undefined, []) ?? [];
    }),
  );
}

/** The members of interfaces, base classes and types of objects that a function implements: calls name those. */
export function declarationsAbove(knowledge: Knowledge, fn: FunctionNode): readonly ts.Node[] {
  return [...membersAboveLiterals(knowledge, fn), ...membersAboveMethod(knowledge, fn)];
}

function membersAboveMethod(knowledge: Knowledge, fn: FunctionNode): readonly ts.Node[] {
  const owner = fn.parent;
  const name = ts.isMethodDeclaration(fn) ? nameText(fn.name) : undefined;
  if (name === undefined || !ts.isClassLike(owner)) return [];
  const found = (owner.heritageClauses ?? []).flatMap((clause) =>
    clause.types.flatMap((base) => membersNamed(knowledge, base.expression, name)),
  );
  const base = baseOf(knowledge, owner);
  const above = base?.members.find((member) => nameText(member.name) === name);
  return above !== undefined && isFunctionNode(above) ? [...found, ...membersAboveMethod(knowledge, above)] : found;
}

function membersNamed(knowledge: Knowledge, base: ts.Expression, name: string): readonly ts.Node[] {
  const symbol = resolved(knowledge.checker.getSymbolAtLocation(base), knowledge.checker);
  return symbol?.members?.get(ts.escapeLeadingUnderscores(name))?.declarations ?? [];
}
