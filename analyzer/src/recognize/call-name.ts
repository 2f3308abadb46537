import ts from '../typescript.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { receiverOf } from './path-refs.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/** The callee as the user would say it: `stripe.paymentIntents.create`, without `this.` and arguments. */
export function callName(call: AnyCall): string {
  return nameOf(ts.isTaggedTemplateExpression(call) ? call.tag : call.expression);
}

export function nameOf(node: ts.Expression): string {
  const at = stripExpression(node);
  if (ts.isIdentifier(at)) return at.text;
  if (ts.isPropertyAccessExpression(at)) {
    const owner = nameOf(at.expression);
    return owner === '' ? at.name.text : `${owner}.${at.name.text}`;
  }
  if (ts.isElementAccessExpression(at)) return `${nameOf(at.expression)}[…]`;
  if (ts.isCallExpression(at)) return `${nameOf(at.expression)}()`;
  if (ts.isNewExpression(at)) return `new ${nameOf(at.expression)}`;
  return '';
}

/** The last name in an expression: what a team calls a table, a model, a collection. */
function lastName(node: ts.Expression): string | undefined {
  const at = stripExpression(node);
  if (ts.isIdentifier(at)) return at.text;
  return ts.isPropertyAccessExpression(at) ? at.name.text : undefined;
}

/** The name of the table, model, collection or key behind an expression; undefined when nothing names it. */
export function resourceOf(knowledge: Knowledge, ref: Ref): string | undefined {
  const [value] = knowledge.valuesOf(ref);
  if (value?.kind === 'constant' && typeof value.value === 'string') return value.value;
  const node = stripExpression(ref.node);
  if (ts.isTemplateExpression(node)) return node.head.text === '' ? node.getText() : node.head.text;
  // `keyFor(id)` names what it names wherever it is called.
  if (ts.isCallExpression(node)) return resourceOfChain(knowledge, node, ref.env) ?? nameOf(node.expression);
  return lastName(node);
}

/** `knex('stock').where(…)`, `source.getRepository(Entity)`: the nearest call in the chain that names something. */
function resourceOfChain(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): string | undefined {
  for (let at: ts.Expression = call; ts.isCallExpression(at);) {
    const [argument] = at.arguments;
    const receiver = receiverOf(at);
    const named =
      argument === undefined || refines(knowledge, at, receiver) ? undefined : argumentName(knowledge, argument, env);
    if (named !== undefined) return named;
    if (receiver === undefined) return undefined;
    at = stripExpression(receiver);
    if (!ts.isCallExpression(at)) return lastName(at);
  }
  return undefined;
}

/** `.where('id', 1)` gives back the builder it is called on: its argument names no table. */
function refines(knowledge: Knowledge, call: ts.CallExpression, receiver: ts.Expression | undefined): boolean {
  if (receiver === undefined) return false;
  const { checker } = knowledge;
  const symbol = checker.getTypeAtLocation(receiver).getSymbol();
  return symbol !== undefined && checker.getTypeAtLocation(call).getSymbol() === symbol;
}

function argumentName(knowledge: Knowledge, argument: ts.Expression, env: Env | undefined): string | undefined {
  const [value] = knowledge.valuesOf({ node: argument, env });
  if (value?.kind === 'constant' && typeof value.value === 'string') return value.value;
  return ts.isIdentifier(argument) && value?.kind !== 'object' ? argument.text : undefined;
}

/** The part of a call before its arguments, where a reader looks; the node itself for anything else. */
export function calleeNode(node: ts.Node): ts.Node {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return node.expression;
  return ts.isTaggedTemplateExpression(node) ? node.tag : node;
}
