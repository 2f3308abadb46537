import ts from '../typescript.ts';
import { envOf, type Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { symbolAt } from './symbol-at.ts';
import { receiverOf } from './path-refs.ts';
import { enclosingFunction } from './source-index.ts';
import { provenanceOf } from './stability.ts';
import { stripExpression } from './strip.ts';
import type { Ref } from './value.ts';

/**
 * What an expression makes of a message's offset: the offset itself, the next one, or a text with a digit behind it.
 * `raw` is the innermost expression that is the offset itself.
 */
export interface OffsetForm {
  readonly form: 'raw' | 'next' | 'joined';
  readonly raw: ts.Expression;
}

const DEPTH = 8;

/** Undefined for everything that is not seen to be made of an offset. */
export function offsetFormOf(knowledge: Knowledge, { node: at, env }: Ref, depth = 0): OffsetForm | undefined {
  if (depth > DEPTH) return undefined;
  const node = stripExpression(at);
  const inner = (next: ts.Expression, home: Env | undefined = env): OffsetForm | undefined =>
    offsetFormOf(knowledge, { node: next, env: home }, depth + 1);
  if (ts.isBinaryExpression(node)) return sumForm(knowledge, node, env, inner);
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === ts.SyntaxKind.PlusToken ? inner(node.operand) : undefined;
  if (ts.isTemplateExpression(node)) return onlySpan(node, inner);
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === 'offset' && isOfMessage(knowledge, { node, env })
      ? { form: 'raw', raw: node }
      : undefined;
  }
  if (ts.isCallExpression(node)) return callForm(knowledge, node, env, inner);
  return ts.isIdentifier(node) ? nameForm(knowledge, node, env, inner) : undefined;
}

type Inner = (next: ts.Expression, home?: Env) => OffsetForm | undefined;

function isOfMessage(knowledge: Knowledge, ref: Ref): boolean {
  return provenanceOf(knowledge, ref).message;
}

/** `offset + 1`: a sum of numbers, or a text with a one behind it. */
function sumForm(
  knowledge: Knowledge,
  { left, right, operatorToken }: ts.BinaryExpression,
  env: Env | undefined,
  inner: Inner,
): OffsetForm | undefined {
  if (operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [offset, added] = isNumber(right) ? [left, right] : [right, left];
  if (!isNumber(added)) return undefined;
  const form = inner(offset);
  if (form?.form !== 'raw') return undefined;
  const isText = typesOf(knowledge, { node: offset, env }).every(
    (type) => (type.flags & ts.TypeFlags.StringLike) !== 0,
  );
  return { form: isText ? 'joined' : 'next', raw: form.raw };
}

function isNumber(node: ts.Expression): boolean {
  const at = stripExpression(node);
  return ts.isNumericLiteral(at) || ts.isBigIntLiteral(at);
}

/** What the expression is known to be: by its value, where that is a library's, else by its type. */
function typesOf(knowledge: Knowledge, { node, env }: Ref): readonly ts.Type[] {
  const values = knowledge.valuesOf({ node, env }).flatMap((value) => (value.kind === 'library' ? [value.type] : []));
  return values.length > 0 ? values : [knowledge.checker.getTypeAtLocation(node)];
}

function onlySpan({ head, templateSpans }: ts.TemplateExpression, inner: Inner): OffsetForm | undefined {
  const [span, ...others] = templateSpans;
  const isBare = span !== undefined && others.length === 0 && head.text === '' && span.literal.text === '';
  return isBare ? inner(span.expression) : undefined;
}

const CONVERSIONS = new Set(['String', 'Number', 'BigInt', 'parseInt', 'fromString', 'fromValue']);
const SUMS = new Set(['add', 'plus', 'increment']);

function callForm(
  knowledge: Knowledge,
  call: ts.CallExpression,
  env: Env | undefined,
  inner: Inner,
): OffsetForm | undefined {
  const name = calledName(call);
  const [argument] = call.arguments;
  if (CONVERSIONS.has(name)) return argument === undefined ? undefined : inner(argument);
  const receiver = receiverOf(call);
  if (receiver === undefined) return undefined;
  if (TEXTS.has(name)) return inner(receiver);
  if (SUMS.has(name)) return oneMore(inner(receiver));
  return ENDS.has(name) && isOfMessage(knowledge, { node: receiver, env }) ? { form: 'raw', raw: call } : undefined;
}

const TEXTS = new Set(['toString', 'valueOf']);
const ENDS = new Set(['firstOffset', 'lastOffset']);

function calledName(call: ts.CallExpression): string {
  const callee = stripExpression(call.expression);
  if (ts.isIdentifier(callee)) return callee.text;
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : '';
}

function oneMore(form: OffsetForm | undefined): OffsetForm | undefined {
  return form?.form === 'raw' ? { form: 'next', raw: form.raw } : undefined;
}

/** Through constants, parameters and patterns; a variable that is assigned again is what its author keeps it at. */
function nameForm(
  knowledge: Knowledge,
  node: ts.Identifier,
  env: Env | undefined,
  inner: Inner,
): OffsetForm | undefined {
  const symbol = symbolAt(knowledge, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return undefined;
  if (knowledge.index.assignmentsTo(symbol).length > 0) return undefined;
  const home = envOf(enclosingFunction(declaration), env);
  if (ts.isParameter(declaration)) return parameterForm(declaration, node, home, inner);
  if (ts.isBindingElement(declaration)) return bindingForm(knowledge, declaration, { node, env });
  if (!ts.isVariableDeclaration(declaration) || declaration.initializer === undefined) return undefined;
  return inner(declaration.initializer, home);
}

function parameterForm(
  parameter: ts.ParameterDeclaration,
  name: ts.Identifier,
  home: Env | undefined,
  inner: Inner,
): OffsetForm | undefined {
  const binding = home?.bindings.get(parameter);
  const form = binding?.kind === 'argument' ? inner(binding.ref.node, binding.ref.env) : undefined;
  // Seen from here the offset is the parameter.
  return form?.form === 'raw' ? { form: 'raw', raw: name } : form;
}

function bindingForm(knowledge: Knowledge, element: ts.BindingElement, ref: Ref): OffsetForm | undefined {
  const isOffset = (element.propertyName ?? element.name).getText() === 'offset';
  return isOffset && isOfMessage(knowledge, ref) ? { form: 'raw', raw: ref.node } : undefined;
}
