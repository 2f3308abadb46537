import ts from '../typescript.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { symbolAt } from './symbol-at.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/** What a call is given, and whether more may follow that is out of sight. */
export interface CallArguments {
  readonly known: readonly Ref[];
  readonly more: boolean;
}

/** The arguments of a call, through `...args` of a wrapper that passes on what it is given, as far as they show. */
export function argumentsOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): CallArguments {
  const known: Ref[] = [];
  const args = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  for (const node of args) {
    const found = ts.isSpreadElement(node) ? passedOn(knowledge, node, env) : { known: [{ node, env }], more: false };
    known.push(...(found?.known ?? []));
    if (found?.more !== false) return { known, more: true };
  }
  return { known, more: false };
}

/** The call that the arguments of a call are written in: its own, or that of the wrapper that only passes them on. */
export function spelledOut(knowledge: Knowledge, call: ts.Node, env: Env | undefined): ts.Node {
  const spread = isCall(call) ? call.arguments?.find((node) => ts.isSpreadElement(node)) : undefined;
  const home = spread === undefined ? undefined : collector(knowledge, spread, env)?.home;
  return home === undefined ? call : spelledOut(knowledge, home.call, home.caller);
}

/** What a rest parameter collects in the call that an env is of. */
function passedOn(knowledge: Knowledge, spread: ts.SpreadElement, env: Env | undefined): CallArguments | undefined {
  const found = collector(knowledge, spread, env);
  if (found === undefined) return undefined;
  const { known, more } = argumentsOf(knowledge, found.call, found.home.caller);
  return { known: known.slice(found.index), more };
}

interface Collector {
  readonly home: Env;
  readonly call: AnyCall;
  readonly index: number;
}

/** The call whose arguments a rest parameter holds, and from which of them on. */
function collector(knowledge: Knowledge, spread: ts.SpreadElement, env: Env | undefined): Collector | undefined {
  const name = stripExpression(spread.expression);
  const parameter = ts.isIdentifier(name) ? symbolAt(knowledge, name)?.declarations?.[0] : undefined;
  if (parameter === undefined || !ts.isParameter(parameter) || parameter.dotDotDotToken === undefined) return undefined;
  const fn = parameter.parent;
  const home = isFunctionNode(fn) ? envOf(fn, env) : undefined;
  if (home === undefined || !isCall(home.call)) return undefined;
  // What a library passes to a callback does not stand in the call that the callback is handed to.
  if (!knowledge.calleesOf(home.call, home.caller).functions.some((callee) => callee.fn === fn)) return undefined;
  return { home, call: home.call, index: fn.parameters.indexOf(parameter) };
}

function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}
