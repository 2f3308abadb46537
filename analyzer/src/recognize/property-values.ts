import ts from '../typescript.ts';
import { enterCallback } from './enter-call.ts';
import { constructorOf, isFunctionNode, memberOf, nameText, returnedExpressions } from './function-node.ts';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import { propertyName } from './property-name.ts';
import { resolved } from './by-symbol.ts';
import { plainType, typedValue } from './typed-value.ts';
import { OPAQUE, type Binding, type InstanceValue, type LibraryValue, type Ref, type Value } from './value.ts';

/** What a property of a value may be. */
export function propertyValues(knowledge: Knowledge, value: Value, name: string): readonly Value[] {
  switch (value.kind) {
    case 'object':
      return knowledge.propertyOf(value.node, value.env, name, () =>
        objectValues(knowledge, value.node, value.env, name),
      );
    case 'merged':
      return mergedValues(knowledge, value.parts, name);
    case 'instance':
      return instanceValues(knowledge, value, name);
    case 'class':
      return classValues(knowledge, value.declaration, name);
    case 'library':
      return [libraryProperty(knowledge, value, name)];
    case 'array':
      return indexValues(knowledge, value.node, value.env, name);
    case 'constant':
      return [value.value === undefined || value.value === null ? ABSENT : OPAQUE];
    case 'function':
    case 'opaque':
      return [OPAQUE];
  }
}

function mergedValues(knowledge: Knowledge, parts: readonly Ref[], name: string): readonly Value[] {
  const found: Value[] = [];
  for (const part of [...parts].reverse()) {
    const values = knowledge.valuesOf(part).flatMap((value) => propertyValues(knowledge, value, name));
    found.push(...values.filter((value) => !isAbsent(value)));
    if (!values.some(isAbsent)) return found;
  }
  return [...found, ABSENT];
}

function indexValues(
  knowledge: Knowledge,
  node: ts.ArrayLiteralExpression,
  env: Env | undefined,
  name: string,
): readonly Value[] {
  const index = Number(name);
  const before = Number.isInteger(index) ? node.elements.slice(0, index + 1) : [];
  const element = before[index];
  if (element === undefined || before.some((e) => ts.isSpreadElement(e))) return [OPAQUE];
  return knowledge.valuesOf({ node: element, env });
}

/** The last writer wins: later properties and spreads hide earlier ones. */
function objectValues(
  knowledge: Knowledge,
  node: ts.ObjectLiteralExpression,
  env: Env | undefined,
  name: string,
): readonly Value[] {
  const found: Value[] = [];
  for (const property of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const spread = knowledge
        .valuesOf({ node: property.expression, env })
        .flatMap((source) => (source.kind === 'constant' ? [ABSENT] : propertyValues(knowledge, source, name)));
      found.push(...spread.filter((value) => !isAbsent(value)));
      if (spread.length > 0 && !spread.some((value) => isAbsent(value) || value.kind === 'opaque')) return found;
    } else if (propertyName(knowledge, property.name, env) === name) {
      return [...found, ...writtenValues(knowledge, property, env)];
    } else if (propertyName(knowledge, property.name, env) === undefined) {
      found.push(OPAQUE);
    }
  }
  return found.length > 0 ? [...found, ABSENT] : [ABSENT];
}

/** A property that is not there. */
export const ABSENT: Value = { kind: 'constant', value: undefined };

function isAbsent(value: Value): boolean {
  return value.kind === 'constant' && value.value === undefined;
}

function writtenValues(
  knowledge: Knowledge,
  property: ts.ObjectLiteralElementLike,
  env: Env | undefined,
): readonly Value[] {
  if (ts.isPropertyAssignment(property)) return knowledge.valuesOf({ node: property.initializer, env });
  if (ts.isShorthandPropertyAssignment(property)) return knowledge.valuesOf({ node: property.name, env });
  if (ts.isMethodDeclaration(property) && isFunctionNode(property)) {
    return [{ kind: 'function', fn: property, closure: env, self: undefined }];
  }
  return [OPAQUE];
}

function instanceValues(knowledge: Knowledge, value: InstanceValue, name: string): readonly Value[] {
  const member = memberOf(value.declaration, name, false, (declaration) => baseOf(knowledge, declaration));
  if (member === undefined || isAbstract(member)) return inheritedValues(knowledge, value, name);
  if (ts.isMethodDeclaration(member) && isFunctionNode(member)) {
    const own: Value = { kind: 'function', fn: member, closure: undefined, self: value };
    // Without a creation in sight any subclass may be meant.
    return value.creation === undefined ? [own, ...overrides(knowledge, value, name)] : [own];
  }
  if (ts.isGetAccessorDeclaration(member) && isFunctionNode(member)) return getterValues(knowledge, value, member);
  if (ts.isParameter(member)) return constructorArgument(knowledge, value, member);
  return ts.isPropertyDeclaration(member) ? fieldValues(knowledge, value, member) : [OPAQUE];
}

function isAbstract(member: ts.ClassElement | ts.ParameterDeclaration): boolean {
  return (
    ts.canHaveModifiers(member) && (ts.getModifiers(member) ?? []).some((m) => m.kind === ts.SyntaxKind.AbstractKeyword)
  );
}

/** A member that the class itself does not define: what its subclasses in the slice define. */
function inheritedValues(knowledge: Knowledge, value: InstanceValue, name: string): readonly Value[] {
  if (value.creation !== undefined) return [OPAQUE];
  const found = overrides(knowledge, value, name);
  return found.length > 0 ? found : [OPAQUE];
}

function overrides(knowledge: Knowledge, value: InstanceValue, name: string): readonly Value[] {
  return knowledge.index.descendantsOf(value.declaration).flatMap((declaration): readonly Value[] => {
    const member = declaration.members.find((m) => nameText(m.name) === name && !isAbstract(m));
    if (member === undefined || !ts.isMethodDeclaration(member) || !isFunctionNode(member)) return [];
    const self: InstanceValue = { kind: 'instance', declaration, creation: undefined };
    return [{ kind: 'function', fn: member, closure: undefined, self }];
  });
}

function getterValues(knowledge: Knowledge, self: InstanceValue, fn: ts.GetAccessorDeclaration): readonly Value[] {
  const env = enterCallback(knowledge, { kind: 'function', fn, closure: undefined, self }, fn, undefined, []);
  return returnedExpressions(fn).flatMap((node) => knowledge.valuesOf({ node, env }));
}

/** A field: its initialiser and whatever is assigned to it, seen from the object when it is known. */
function fieldValues(knowledge: Knowledge, self: InstanceValue, field: ts.PropertyDeclaration): readonly Value[] {
  const symbol = knowledge.checker.getSymbolAtLocation(field.name);
  const assigned = symbol === undefined ? [] : knowledge.index.assignmentsTo(symbol);
  const env = constructionEnv(knowledge, self, field.parent);
  const sources = [...(field.initializer === undefined ? [] : [field.initializer]), ...assigned];
  const found = sources.flatMap((node) => knowledge.valuesOf({ node, env }));
  // An object that comes from elsewhere, a row for one, may hold more than what is assigned in sight.
  if (self.creation === undefined && found.every((value) => value.kind === 'constant'))
    return [...found, typed(knowledge, field)];
  if (found.some((value) => value.kind !== 'opaque')) return found;
  return [typed(knowledge, field)];
}

/** What the declared type of a field or a parameter alone says. */
function typed(knowledge: Knowledge, node: ts.PropertyDeclaration | ts.ParameterDeclaration): Value {
  return typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), undefined);
}

/** The env of the constructor that filled the fields of `owner`, seen through `super(…)`. */
function constructionEnv(knowledge: Knowledge, self: InstanceValue, owner: ts.ClassLikeDeclaration): Env | undefined {
  if (self.creation === undefined) return undefined;
  const { creation } = self;
  let args: readonly Binding[] = (creation.node.arguments ?? []).map((node) => argument(node, creation.env));
  let declaration: ts.ClassLikeDeclaration | undefined = self.declaration;
  for (let steps = 0; declaration !== undefined && steps < 8; steps += 1) {
    const fn = constructorOf(declaration);
    const callee = fn === undefined ? undefined : ({ kind: 'function', fn, closure: undefined, self } as const);
    const env: Env | undefined =
      callee === undefined ? undefined : enterCallback(knowledge, callee, creation.node, creation.env, args);
    if (declaration === owner) return env;
    const superCall = fn === undefined ? undefined : superCallOf(fn);
    if (superCall !== undefined) args = superCall.arguments.map((node) => argument(node, env));
    declaration = baseOf(knowledge, declaration);
  }
  return undefined;
}

function argument(node: ts.Expression, env: Env | undefined): Binding {
  return { kind: 'argument', ref: { node, env } };
}

function superCallOf(fn: ts.ConstructorDeclaration): ts.CallExpression | undefined {
  for (const statement of fn.body?.statements ?? []) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue;
    if (statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword) return statement.expression;
  }
  return undefined;
}

function constructorArgument(
  knowledge: Knowledge,
  self: InstanceValue,
  parameter: ts.ParameterDeclaration,
): readonly Value[] {
  const fn = parameter.parent;
  if (!ts.isConstructorDeclaration(fn) || !ts.isClassLike(fn.parent)) return [OPAQUE];
  const env = constructionEnv(knowledge, self, fn.parent);
  const name = parameter.name;
  if (!ts.isIdentifier(name)) return [OPAQUE];
  const found = knowledge.valuesOf({ node: name, env });
  return found.some((value) => value.kind !== 'opaque') ? found : [typed(knowledge, parameter)];
}

function classValues(knowledge: Knowledge, declaration: ts.ClassLikeDeclaration, name: string): readonly Value[] {
  const member = memberOf(declaration, name, true, (at) => baseOf(knowledge, at));
  if (member === undefined) return [OPAQUE];
  if (ts.isMethodDeclaration(member) && isFunctionNode(member)) {
    return [{ kind: 'function', fn: member, closure: undefined, self: { kind: 'class', declaration } }];
  }
  if (!ts.isPropertyDeclaration(member) || member.initializer === undefined) return [OPAQUE];
  return knowledge.valuesOf({ node: member.initializer, env: undefined });
}

/** The class of the workspace that a class extends. */
export function baseOf(
  knowledge: Knowledge,
  declaration: ts.ClassLikeDeclaration,
): ts.ClassLikeDeclaration | undefined {
  const clause = declaration.heritageClauses?.find((c) => c.token === ts.SyntaxKind.ExtendsKeyword);
  const base = clause?.types[0]?.expression;
  if (base === undefined) return undefined;
  return resolved(knowledge.checker.getSymbolAtLocation(base), knowledge.checker)?.declarations?.find(ts.isClassLike);
}

function libraryProperty(knowledge: Knowledge, value: LibraryValue, name: string): Value {
  const property = knowledge.checker.getPropertyOfType(value.type, name);
  if (property === undefined) return value.message ? { ...value } : OPAQUE;
  const member = property.valueDeclaration;
  if (member !== undefined && ts.isEnumMember(member)) {
    return { kind: 'constant', value: knowledge.checker.getConstantValue(member) };
  }
  const type = plainType(knowledge, knowledge.checker.getTypeOfSymbolAtLocation(property, value.origin));
  return { kind: 'library', type, origin: value.origin, env: value.env, message: value.message };
}
