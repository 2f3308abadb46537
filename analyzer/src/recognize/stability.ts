import ts from '../typescript.ts';
import { askedRow } from './asked-row.ts';
import { inputsOf } from './call-inputs.ts';
import { enterCall } from './enter-call.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode, nameText, returnedExpressions } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { argumentsFor } from './name-values.ts';
import { symbolAt } from './symbol-at.ts';
import { combined, CONSTANT, MESSAGE, tagProvenance, UNKNOWN, type Provenance } from './provenance.ts';
import { applies } from './tag-condition.ts';
import { enclosingFunction } from './source-index.ts';
import { slotOf } from './slot.ts';
import { stripExpression } from './strip.ts';
import { isStubNode } from './typed-value.ts';
import { tagsOf } from './tags-of.ts';
import type { Binding, Ref, Value } from './value.ts';

/** The provenance of an expression at any depth, across functions and files. */
export function provenanceOf(knowledge: Knowledge, ref: Ref): Provenance {
  const tracing = tracings.get(knowledge) ?? { answers: new Map<string, Provenance>(), left: 0 };
  tracings.set(knowledge, tracing);
  tracing.left = MOST;
  return trace(knowledge, ref, 0);
}

const DEPTH = 40;

/** Expressions traced for one question; each call of a helper is another way to see what it does. */
const MOST = 20_000;

interface Tracing {
  readonly answers: Map<string, Provenance>;
  left: number;
}

const tracings = new WeakMap<Knowledge, Tracing>();

function trace(knowledge: Knowledge, ref: Ref, depth: number): Provenance {
  const tracing = tracings.get(knowledge);
  if (tracing === undefined || depth > DEPTH || tracing.left <= 0) return UNKNOWN;
  const node = stripExpression(ref.node);
  const slot = slotOf(knowledge, node, ref.env);
  const answer = tracing.answers.get(slot);
  if (answer !== undefined) return answer;
  tracing.left -= 1;
  // A value that is made of itself.
  tracing.answers.set(slot, UNKNOWN);
  const fresh = traceNode(knowledge, { node, env: ref.env }, depth);
  tracing.answers.set(slot, fresh);
  return fresh;
}

function traceNode(knowledge: Knowledge, ref: Ref, depth: number): Provenance {
  const { node } = ref;
  const values = knowledge.valuesOf({ node, env: ref.env });
  if (values.every((value) => value.kind === 'library' && value.message)) return MESSAGE;
  if (values.every((value) => value.kind === 'constant')) return CONSTANT;
  const next = (inner: ts.Expression, env: Env | undefined = ref.env): Provenance =>
    trace(knowledge, { node: inner, env }, depth + 1);
  const parts = partsOf(node);
  if (parts !== undefined) return combined(parts.map((part) => next(part)));
  if (ts.isIdentifier(node)) return nameProvenance(knowledge, node, ref.env, next);
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return memberProvenance(knowledge, node, ref.env, next);
  }
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return callProvenance(knowledge, node, ref.env, next);
  if (ts.isPostfixUnaryExpression(node) || isIncrement(node))
    return { stability: 'unstable', message: false, origin: node };
  return UNKNOWN;
}

type Next = (inner: ts.Expression, env?: Env) => Provenance;

function isIncrement(node: ts.Expression): boolean {
  return ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusPlusToken;
}

/** Expressions that are no more and no less stable than their parts. */
function partsOf(node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map((span) => span.expression);
  if (ts.isBinaryExpression(node)) return [node.left, node.right];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (ts.isSpreadElement(node)) return [node.expression];
  if (ts.isPrefixUnaryExpression(node) && !isIncrement(node)) return [node.operand];
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return [property.initializer];
    if (ts.isShorthandPropertyAssignment(property)) return [property.name];
    return ts.isSpreadAssignment(property) ? [property.expression] : [];
  });
}

function nameProvenance(knowledge: Knowledge, node: ts.Identifier, env: Env | undefined, next: Next): Provenance {
  const symbol = symbolAt(knowledge, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return UNKNOWN;
  if (knowledge.index.countsOf(symbol).length > 0) return { stability: 'unstable', message: false, origin: node };
  // A module or a global of a library is the same for every message.
  if (isStubNode(knowledge, declaration)) return CONSTANT;
  if (ts.isParameter(declaration)) return parameterProvenance(knowledge, declaration, env, next);
  if (ts.isBindingElement(declaration)) return bindingProvenance(knowledge, declaration, env, next);
  return ts.isVariableDeclaration(declaration)
    ? variableProvenance(knowledge, declaration, symbol, env, next)
    : UNKNOWN;
}

function variableProvenance(
  knowledge: Knowledge,
  declaration: ts.VariableDeclaration,
  symbol: ts.Symbol,
  env: Env | undefined,
  next: Next,
): Provenance {
  const home = envOf(enclosingFunction(declaration), env);
  const loop = declaration.parent.parent;
  if (ts.isForOfStatement(loop)) return next(loop.expression, home);
  const initial = declaration.initializer === undefined ? [] : [declaration.initializer];
  const sources = [...initial, ...knowledge.index.assignmentsTo(symbol), ...hashed(knowledge, symbol)];
  return sources.length === 0 ? UNKNOWN : combined(sources.map((source) => next(source, home)));
}

/** `hash.update(part)`: what was fed to an object later on belongs to what it gives. */
function hashed(knowledge: Knowledge, symbol: ts.Symbol): readonly ts.Expression[] {
  return knowledge.index.methodCallsOn(symbol, 'update').flatMap((call) => call.arguments.slice(0, 1));
}

function parameterProvenance(
  knowledge: Knowledge,
  parameter: ts.ParameterDeclaration,
  env: Env | undefined,
  next: Next,
): Provenance {
  const fn = parameter.parent;
  if (!isFunctionNode(fn)) return UNKNOWN;
  const inside = envOf(fn, env);
  const binding = inside?.bindings.get(parameter);
  if (binding !== undefined) return boundProvenance(binding, next);
  if (inside !== undefined) return parameter.initializer === undefined ? UNKNOWN : next(parameter.initializer, inside);
  const passed = argumentsFor(knowledge, fn, parameter);
  return passed.length === 0 ? UNKNOWN : combined(passed.map((argument) => next(argument)));
}

function boundProvenance(binding: Binding, next: Next): Provenance {
  if (binding.kind === 'value') return valueProvenance(binding.value);
  const { node, env } = binding.kind === 'argument' ? binding.ref : binding.of;
  return next(node, env);
}

function valueProvenance(value: Value): Provenance {
  if (value.kind === 'library' && value.message) return MESSAGE;
  return value.kind === 'constant' ? CONSTANT : UNKNOWN;
}

function bindingProvenance(
  knowledge: Knowledge,
  element: ts.BindingElement,
  env: Env | undefined,
  next: Next,
): Provenance {
  const path: string[] = [];
  let at: ts.BindingElement = element;
  for (;;) {
    path.push(nameText(at.propertyName ?? at.name) ?? '*');
    const holder: ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement = at.parent.parent;
    if (ts.isBindingElement(holder)) at = holder;
    else return holderProvenance(knowledge, holder, path.reverse(), env, next);
  }
}

function holderProvenance(
  knowledge: Knowledge,
  holder: ts.VariableDeclaration | ts.ParameterDeclaration,
  path: readonly string[],
  env: Env | undefined,
  next: Next,
): Provenance {
  if (ts.isParameter(holder)) {
    const inside = isFunctionNode(holder.parent) ? envOf(holder.parent, env) : undefined;
    const binding = inside?.bindings.get(holder);
    if (binding?.kind === 'argument') return ofMember(knowledge, binding.ref, path, next);
    return parameterProvenance(knowledge, holder, env, next);
  }
  const home = envOf(enclosingFunction(holder), env);
  const loop = holder.parent.parent;
  if (ts.isForOfStatement(loop)) return next(loop.expression, home);
  if (holder.initializer === undefined) return UNKNOWN;
  return ofMember(knowledge, { node: holder.initializer, env: home }, path, next);
}

/** A member of an object literal has the provenance of its own value; of anything else, that of the object. */
function ofMember(knowledge: Knowledge, ref: Ref, path: readonly string[], next: Next): Provenance {
  const [name, ...rest] = path;
  if (name === undefined) return next(ref.node, ref.env);
  const tagged = declaredMember(knowledge, ref.node, name);
  if (tagged !== undefined) return tagged;
  const parts = [
    ...knowledge
      .valuesOf(ref)
      .flatMap((value) => (value.kind === 'object' ? memberParts(value.node, value.env, name) : [])),
    ...writtenLater(knowledge, ref, name),
  ];
  const asked = parts.length === 0 ? askedRow(knowledge, ref, name) : undefined;
  if (asked !== undefined) return next(asked.node, asked.env);
  if (parts.length === 0) return next(ref.node, ref.env);
  // An object may spread what it was made of: `state = { ...state, n }`.
  const question = `member ${slotOf(knowledge, ref.node, ref.env)}.${path.join('.')}`;
  return knowledge.once(question, UNKNOWN, () =>
    combined(parts.map((part) => ofMember(knowledge, part.ref, part.isWhole ? path : rest, next))),
  );
}

interface MemberPart {
  readonly ref: Ref;
  /** True for an object that is spread: the member is one of its members. */
  readonly isWhole: boolean;
}

/** Where a member of an object literal comes from: its own property, else the objects that are spread. */
function memberParts(node: ts.ObjectLiteralExpression, env: Env | undefined, name: string): readonly MemberPart[] {
  const own = node.properties.find((property) => nameText(property.name) === name);
  if (own !== undefined && ts.isPropertyAssignment(own))
    return [{ ref: { node: own.initializer, env }, isWhole: false }];
  if (own !== undefined && ts.isShorthandPropertyAssignment(own))
    return [{ ref: { node: own.name, env }, isWhole: false }];
  return node.properties.flatMap((property) =>
    ts.isSpreadAssignment(property) ? [{ ref: { node: property.expression, env }, isWhole: true }] : [],
  );
}

/** `event.id = uuid()` after the object was made. */
function writtenLater(knowledge: Knowledge, ref: Ref, name: string): readonly MemberPart[] {
  const node = stripExpression(ref.node);
  const symbol = ts.isIdentifier(node) ? symbolAt(knowledge, node) : undefined;
  if (symbol === undefined) return [];
  const writes = knowledge.index.memberWritesOn(symbol).filter((write) => write.name === name);
  return writes.map(({ value }) => ({ ref: { node: value, env: ref.env }, isWhole: false }));
}

/** `const { pid } = process`: what the library says of the member. */
function declaredMember(knowledge: Knowledge, node: ts.Expression, name: string): Provenance | undefined {
  const type = knowledge.checker.getTypeAtLocation(node);
  const declaration = knowledge.checker.getPropertyOfType(type, name)?.declarations?.[0];
  return declaration === undefined ? undefined : tagProvenance(tagsOf(declaration), node);
}

function memberProvenance(
  knowledge: Knowledge,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  env: Env | undefined,
  next: Next,
): Provenance {
  const at = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = knowledge.checker.getSymbolAtLocation(at);
  const declaration = symbol?.declarations?.[0];
  const tagged = declaration === undefined ? undefined : tagProvenance(tagsOf(declaration), node);
  if (tagged !== undefined) return tagged;
  if (symbol !== undefined && knowledge.index.countsOf(symbol).length > 0)
    return { stability: 'unstable', message: false, origin: node };
  if (declaration !== undefined && ts.isPropertyDeclaration(declaration)) {
    return declaration.initializer === undefined ? UNKNOWN : next(declaration.initializer, undefined);
  }
  const name = ts.isPropertyAccessExpression(node) ? node.name.text : '*';
  return ofMember(knowledge, { node: node.expression, env }, [name], next);
}

function callProvenance(
  knowledge: Knowledge,
  node: ts.CallExpression | ts.NewExpression,
  env: Env | undefined,
  next: Next,
): Provenance {
  const { library, functions } = knowledge.calleesOf(node, env);
  const inputs = inputsOf(node).map((input) => next(input));
  if (functions.length > 0) {
    return combined(
      functions.flatMap((fn): readonly Provenance[] => {
        const inside = enterCall(knowledge, fn, node, env);
        return inside === undefined ? [UNKNOWN] : returnedExpressions(fn.fn).map((result) => next(result, inside));
      }),
    );
  }
  const tags = library.flatMap((member) => member.tags).filter((tag) => applies(knowledge, tag, node, env) === 'yes');
  const tagged = tagProvenance(tags, node);
  if (tagged !== undefined) return tagged;
  if (tags.some((tag) => tag.verb === 'pure' || tag.verb === 'same')) return combined(inputs);
  // Whatever an unseen function does with the message, the result is still about the message.
  return { stability: 'unknown', message: inputs.some((input) => input.message) };
}
