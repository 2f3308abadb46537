import ts from '../typescript.ts';
import { envOf, type Env } from '../recognize/env.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Ref } from '../recognize/value.ts';
import type { Step } from '../summaries/unit-graph.ts';

/** A collection in memory that code looks into, by the variable or field that holds it. */
export interface Container {
  readonly symbol: ts.Symbol;
  /** True when it is made anew for each call of the unit, so that it cannot remember an earlier delivery. */
  readonly perCall: boolean;
}

type ContainerStep = Step & { readonly kind: 'container' };

/** The expression that names the collection of a lookup or a change. */
export function objectOf(step: ContainerStep): ts.Expression | undefined {
  if (step.container.kind === 'element') return step.container.object;
  const { node } = step;
  return ts.isCallExpression(node) ? receiverOf(node) : undefined;
}

/** The key of a lookup or a change. */
export function keyOf(step: ContainerStep): Ref | undefined {
  if (step.container.kind === 'element') return { node: step.container.index, env: step.env };
  return step.container.key;
}

export function containerOf(knowledge: Knowledge, step: ContainerStep, unit: Env | undefined): Container | undefined {
  const object = objectOf(step);
  return object === undefined ? undefined : named(knowledge, object, step.env, unit, 0);
}

function named(
  knowledge: Knowledge,
  expression: ts.Expression,
  env: Env | undefined,
  unit: Env | undefined,
  depth: number,
): Container | undefined {
  const node = stripExpression(expression);
  if (depth > 8) return undefined;
  if (ts.isIdentifier(node)) return variable(knowledge, node, env, unit, depth);
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const symbol = knowledge.checker.getSymbolAtLocation(node.name);
  return symbol === undefined ? undefined : { symbol, perCall: ownerIsPerCall(knowledge, node.expression, env, unit) };
}

function variable(
  knowledge: Knowledge,
  node: ts.Identifier,
  env: Env | undefined,
  unit: Env | undefined,
  depth: number,
): Container | undefined {
  const symbol = symbolAt(knowledge, node);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) return undefined;
  if (ts.isParameter(declaration)) return fromArgument(knowledge, declaration, env, unit, depth);
  if (ts.isBindingElement(declaration)) return member(knowledge, declaration, env, unit);
  const alias = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const home = envOf(enclosingFunction(declaration), env);
  if (alias !== undefined && isName(stripExpression(alias))) return named(knowledge, alias, home, unit, depth + 1);
  return { symbol, perCall: isMadeInside(declaration, home, unit) };
}

/** `const { seen } = state`: the field that the name stands for. */
function member(
  knowledge: Knowledge,
  element: ts.BindingElement,
  env: Env | undefined,
  unit: Env | undefined,
): Container | undefined {
  const holder = element.parent.parent;
  const name = nameText(element.propertyName ?? element.name);
  const source = ts.isVariableDeclaration(holder) ? holder.initializer : undefined;
  if (source === undefined || name === undefined) return undefined;
  const symbol = knowledge.checker.getPropertyOfType(knowledge.checker.getTypeAtLocation(source), name);
  const home = envOf(enclosingFunction(holder), env);
  return symbol === undefined ? undefined : { symbol, perCall: ownerIsPerCall(knowledge, source, home, unit) };
}

function isName(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

function fromArgument(
  knowledge: Knowledge,
  parameter: ts.ParameterDeclaration,
  env: Env | undefined,
  unit: Env | undefined,
  depth: number,
): Container | undefined {
  const inside = isFunctionNode(parameter.parent) ? envOf(parameter.parent, env) : undefined;
  const binding = inside?.bindings.get(parameter);
  if (binding?.kind === 'argument') return named(knowledge, binding.ref.node, binding.ref.env, unit, depth + 1);
  const symbol = knowledge.checker.getSymbolAtLocation(parameter.name);
  return symbol === undefined ? undefined : { symbol, perCall: false };
}

/** A field lives as long as its object: one that the unit constructs is gone with the call. */
function ownerIsPerCall(
  knowledge: Knowledge,
  owner: ts.Expression,
  env: Env | undefined,
  unit: Env | undefined,
): boolean {
  return knowledge
    .valuesOf({ node: owner, env })
    .some((value) =>
      value.kind === 'instance'
        ? value.creation !== undefined && isMadeInside(value.creation.node, value.creation.env, unit)
        : value.kind === 'object' && isMadeInside(value.node, value.env, unit),
    );
}

/** What the function around a loop makes lives longer than one turn, unless it makes it in the loop. */
function isMadeInside(node: ts.Node, env: Env | undefined, unit: Env | undefined): boolean {
  if (isInside(env, unit)) return true;
  if (unit === undefined || !ts.isIterationStatement(unit.fn, false) || env !== unit.closure) return false;
  return ts.findAncestor(node, (at) => at === unit.fn) !== undefined;
}

/** Whether an env belongs to a call that the unit makes. */
export function isInside(env: Env | undefined, unit: Env | undefined): boolean {
  for (let at = env; at !== undefined; at = at.caller) if (at === unit) return true;
  return false;
}
