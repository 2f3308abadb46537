import ts from '../typescript.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import type { Knowledge } from './knowledge.ts';
import { symbolValues } from './name-values.ts';
import { propertyName } from './property-name.ts';
import { ABSENT, propertyValues } from './property-values.ts';
import { resolved, targetSymbol } from './by-symbol.ts';
import { enclosingFunction } from './source-index.ts';
import { fillingEnvs } from './table-keys.ts';
import { isStubNode, typedValue } from './typed-value.ts';
import { OPAQUE, type Value } from './value.ts';

/** What `object.name` or `object[key]` may be. */
export function memberValues(
  knowledge: Knowledge,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  env: Env | undefined,
): readonly Value[] {
  const constant = knowledge.checker.getConstantValue(node);
  if (constant !== undefined) return [{ kind: 'constant', value: constant }];
  const name = memberName(knowledge, node, env);
  const later = writtenLater(knowledge, node.expression, name, env);
  if (name === undefined) {
    const found = [...anyMember(knowledge, node, env), ...later];
    return found.some((value) => value.kind !== 'library') ? [...found, ABSENT] : found;
  }
  const own = knowledge
    .valuesOf({ node: node.expression, env })
    .flatMap((value) => propertyValues(knowledge, value, name));
  const fromObject = [...own, ...later];
  if (fromObject.some((value) => value.kind !== 'opaque')) return fromObject;
  return declaredMember(knowledge, node, env);
}

/** What is put into an object after it was made: `handlers[type] = handler` in a `register` function. */
function writtenLater(
  knowledge: Knowledge,
  object: ts.Expression,
  name: string | undefined,
  env: Env | undefined,
): readonly Value[] {
  const symbol = targetSymbol(object, knowledge.checker);
  if (symbol === undefined) return [];
  const asked = name === undefined ? undefined : new Set([name]);
  return knowledge.index
    .memberWritesOn(symbol)
    .filter((write) => name === undefined || write.name === name || write.name === '*')
    .flatMap(({ value }) => {
      const key = asked === undefined ? undefined : computedKey(value);
      const own = envOf(enclosingFunction(value), env);
      const envs = own !== undefined || key === undefined ? [own] : fillingEnvs(knowledge, key, asked);
      return envs.flatMap((from) => knowledge.valuesOf({ node: value, env: from }));
    })
    .filter((value) => value.kind !== 'opaque');
}

/** The key of `object[key] = value`. */
function computedKey({ parent }: ts.Expression): ts.Expression | undefined {
  const target = ts.isBinaryExpression(parent) ? parent.left : undefined;
  return target !== undefined && ts.isElementAccessExpression(target) ? target.argumentExpression : undefined;
}

function memberName(
  knowledge: Knowledge,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  env: Env | undefined,
): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  const [value, ...others] = knowledge.valuesOf({ node: node.argumentExpression, env });
  return value?.kind === 'constant' && others.length === 0 ? String(value.value) : undefined;
}

/** A computed key that is not known: any member may be meant, as in a table of handlers. */
function anyMember(knowledge: Knowledge, node: ts.Expression, env: Env | undefined): readonly Value[] {
  if (!ts.isElementAccessExpression(node)) return [OPAQUE];
  return knowledge.valuesOf({ node: node.expression, env }).flatMap((value): readonly Value[] => {
    if (value.kind === 'array') {
      return value.node.elements.flatMap((element) => knowledge.valuesOf({ node: element, env: value.env }));
    }
    if (value.kind === 'object') {
      const names = value.node.properties.flatMap(
        (property) => propertyName(knowledge, property.name, value.env) ?? [],
      );
      return names.flatMap((name) => propertyValues(knowledge, value, name));
    }
    if (value.kind === 'library') return [elementOf(knowledge, value, node)];
    return [OPAQUE];
  });
}

function elementOf(knowledge: Knowledge, value: Value & { readonly kind: 'library' }, node: ts.Expression): Value {
  const type = knowledge.checker.getIndexTypeOfType(value.type, ts.IndexKind.Number);
  if (type !== undefined && value.message) return { ...value, type };
  return typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), value.env);
}

/** Nothing is known of the object: what the declared member says, of any object of that type. */
function declaredMember(
  knowledge: Knowledge,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  env: Env | undefined,
): readonly Value[] {
  const at = ts.isPropertyAccessExpression(node) ? node.name : node;
  const symbol = resolved(knowledge.checker.getSymbolAtLocation(at), knowledge.checker);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || isStubNode(knowledge, declaration)) {
    return [typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), env)];
  }
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)) {
    return methodsOf(knowledge, declaration);
  }
  if (ts.isPropertyDeclaration(declaration) && ts.isClassLike(declaration.parent)) {
    const self: Value = { kind: 'instance', declaration: declaration.parent, creation: undefined };
    return propertyValues(knowledge, self, symbol.name);
  }
  if (ts.isPropertySignature(declaration)) {
    return [typedValue(knowledge, node, knowledge.checker.getTypeAtLocation(node), env)];
  }
  return symbolValues(knowledge, symbol, node, env);
}

/** The bodies that a declared method may have: its own, and those of the classes below it. */
export function methodsOf(
  knowledge: Knowledge,
  declaration: ts.MethodDeclaration | ts.MethodSignature,
): readonly Value[] {
  const owner = declaration.parent;
  const name = nameText(declaration.name);
  const own: readonly Value[] =
    ts.isMethodDeclaration(declaration) && isFunctionNode(declaration)
      ? [{ kind: 'function', fn: declaration, closure: undefined, self: undefined }]
      : [];
  if (name === undefined || !(ts.isClassLike(owner) || ts.isInterfaceDeclaration(owner))) return own;
  const below = knowledge.index.descendantsOf(owner).flatMap((child): readonly Value[] => {
    const member = child.members.find((m) => nameText(m.name) === name);
    if (member === undefined || !isFunctionNode(member)) return [];
    return [
      {
        kind: 'function',
        fn: member,
        closure: undefined,
        self: { kind: 'instance', declaration: child, creation: undefined },
      },
    ];
  });
  const found = [...own, ...below];
  return found.length > 0 ? found : [OPAQUE];
}
