import ts from '../typescript.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import { initialOf } from './initial-value.ts';
import type { Knowledge } from './knowledge.ts';
import { enclosingFunction } from './source-index.ts';
import { symbolAt } from './symbol-at.ts';
import type { Ref, Value } from './value.ts';

/** The one expression that a variable or a parameter is given; undefined where there may be several. */
export function sourceOfName(knowledge: Knowledge, node: ts.Identifier, env: Env | undefined): Ref | undefined {
  const declaration = symbolAt(knowledge, node)?.declarations?.[0];
  if (declaration === undefined) return undefined;
  if (ts.isParameter(declaration)) return argumentFor(declaration, env);
  const initial = initialOf(knowledge, node);
  return initial === node ? undefined : { node: initial, env: envOf(enclosingFunction(declaration), env) };
}

function argumentFor(parameter: ts.ParameterDeclaration, env: Env | undefined): Ref | undefined {
  const inside = isFunctionNode(parameter.parent) ? envOf(parameter.parent, env) : undefined;
  const binding = inside?.bindings.get(parameter);
  return binding?.kind === 'argument' ? binding.ref : undefined;
}

/** The same for a member of an object, or a field of a class. */
export function sourceOfMember(knowledge: Knowledge, value: Value, name: string): Ref | undefined {
  if (value.kind === 'object') return propertyOf(value, name);
  return value.kind === 'instance' ? fieldOf(knowledge, value, name) : undefined;
}

function propertyOf({ node, env }: Value & { readonly kind: 'object' }, name: string): Ref | undefined {
  if (node.properties.some((property) => ts.isSpreadAssignment(property))) return undefined;
  const [only, ...others] = node.properties.filter((property) => nameText(property.name) === name);
  const isOne = only !== undefined && others.length === 0 && ts.isPropertyAssignment(only);
  return isOne ? { node: only.initializer, env } : undefined;
}

function fieldOf(
  knowledge: Knowledge,
  { declaration }: Value & { readonly kind: 'instance' },
  name: string,
): Ref | undefined {
  const field = declaration.members.find((member) => nameText(member.name) === name);
  if (field === undefined || !ts.isPropertyDeclaration(field)) return undefined;
  const symbol = knowledge.checker.getSymbolAtLocation(field.name);
  const assigned = symbol === undefined ? [] : knowledge.index.assignmentsTo(symbol);
  const [source, ...others] = [...(field.initializer === undefined ? [] : [field.initializer]), ...assigned];
  return source === undefined || others.length > 0 ? undefined : { node: source, env: undefined };
}
