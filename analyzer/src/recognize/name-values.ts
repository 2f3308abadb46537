import ts from '../typescript.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode, nameText } from './function-node.ts';
import { elementValues } from './element-values.ts';
import type { Knowledge } from './knowledge.ts';
import { propertyValues } from './property-values.ts';
import { symbolAt } from './symbol-at.ts';
import { enclosingFunction } from './source-index.ts';
import { isStubNode, typedValue } from './typed-value.ts';
import { OPAQUE, type Binding, type FunctionNode, type Value } from './value.ts';

/** What a name may be. */
export function nameValues(knowledge: Knowledge, node: ts.Identifier, env: Env | undefined): readonly Value[] {
  const symbol = symbolAt(knowledge, node);
  return symbol === undefined ? [OPAQUE] : symbolValues(knowledge, symbol, node, env);
}

export function symbolValues(
  knowledge: Knowledge,
  symbol: ts.Symbol,
  at: ts.Expression,
  env: Env | undefined,
): readonly Value[] {
  const found = (symbol.declarations ?? []).flatMap((declaration) =>
    declaredValues(knowledge, declaration, symbol, at, env),
  );
  return found.length > 0 ? found : [OPAQUE];
}

function declaredValues(
  knowledge: Knowledge,
  declaration: ts.Declaration,
  symbol: ts.Symbol,
  at: ts.Expression,
  env: Env | undefined,
): readonly Value[] {
  const home = envOf(enclosingFunction(declaration), env);
  if (isStubNode(knowledge, declaration)) {
    return [typedValue(knowledge, at, knowledge.checker.getTypeAtLocation(at), env)];
  }
  if (ts.isFunctionDeclaration(declaration)) {
    return isFunctionNode(declaration) ? [{ kind: 'function', fn: declaration, closure: home, self: undefined }] : [];
  }
  if (ts.isClassLike(declaration)) return [{ kind: 'class', declaration }];
  if (ts.isParameter(declaration)) return parameterValues(knowledge, declaration, env);
  if (ts.isVariableDeclaration(declaration)) return variableValues(knowledge, declaration, symbol, home);
  if (ts.isBindingElement(declaration)) return bindingValues(knowledge, declaration, env);
  if (ts.isEnumMember(declaration))
    return [{ kind: 'constant', value: knowledge.checker.getConstantValue(declaration) }];
  return exportedValues(knowledge, declaration);
}

/** `exports.x = …`, `module.exports = …`, `export default …`, and members of an object literal. */
function exportedValues(knowledge: Knowledge, declaration: ts.Declaration): readonly Value[] {
  if (ts.isExportAssignment(declaration)) return knowledge.valuesOf({ node: declaration.expression, env: undefined });
  if (ts.isBinaryExpression(declaration)) return knowledge.valuesOf({ node: declaration.right, env: undefined });
  if (ts.isPropertyAssignment(declaration))
    return knowledge.valuesOf({ node: declaration.initializer, env: undefined });
  if (ts.isShorthandPropertyAssignment(declaration)) {
    return knowledge.valuesOf({ node: declaration.name, env: undefined });
  }
  if (ts.isMethodDeclaration(declaration) && isFunctionNode(declaration)) {
    return [{ kind: 'function', fn: declaration, closure: undefined, self: undefined }];
  }
  if (ts.isPropertyAccessExpression(declaration) && ts.isBinaryExpression(declaration.parent)) {
    return knowledge.valuesOf({ node: declaration.parent.right, env: undefined });
  }
  return [OPAQUE];
}

function variableValues(
  knowledge: Knowledge,
  declaration: ts.VariableDeclaration,
  symbol: ts.Symbol,
  home: Env | undefined,
): readonly Value[] {
  const loop = declaration.parent.parent;
  if (ts.isForOfStatement(loop)) return elementValues(knowledge, loop.expression, home);
  if (knowledge.index.countsOf(symbol).length > 0) return [OPAQUE];
  const sources = [
    ...(declaration.initializer === undefined ? [] : [declaration.initializer]),
    ...knowledge.index.assignmentsTo(symbol),
  ];
  if (sources.length > 0) return sources.flatMap((node) => knowledge.valuesOf({ node, env: home }));
  return [typedValue(knowledge, declaration, knowledge.checker.getTypeAtLocation(declaration), home)];
}

function parameterValues(
  knowledge: Knowledge,
  parameter: ts.ParameterDeclaration,
  env: Env | undefined,
): readonly Value[] {
  const fn = parameter.parent;
  const inside = isFunctionNode(fn) ? envOf(fn, env) : undefined;
  const binding = inside?.bindings.get(parameter);
  if (binding !== undefined) return boundValues(knowledge, binding);
  if (inside !== undefined && parameter.initializer !== undefined) {
    return knowledge.valuesOf({ node: parameter.initializer, env: inside });
  }
  const passed = inside === undefined && isFunctionNode(fn) ? argumentsFor(knowledge, fn, parameter) : [];
  if (passed.length > 0) {
    const found = passed.flatMap((node) => knowledge.valuesOf({ node, env: undefined }));
    if (found.some((value) => value.kind !== 'opaque')) return found;
  }
  return [typedValue(knowledge, parameter, knowledge.checker.getTypeAtLocation(parameter), env)];
}

function boundValues(knowledge: Knowledge, binding: Binding): readonly Value[] {
  switch (binding.kind) {
    case 'argument':
      return knowledge.valuesOf(binding.ref);
    case 'element':
      return elementValues(knowledge, binding.of.node, binding.of.env);
    case 'value':
      return [binding.value];
  }
}

/** The arguments that calls in the slice pass for a parameter. */
export function argumentsFor(
  knowledge: Knowledge,
  fn: FunctionNode,
  parameter: ts.ParameterDeclaration,
): readonly ts.Expression[] {
  const at = fn.parameters.indexOf(parameter);
  const calls: readonly { readonly arguments?: readonly ts.Expression[] | undefined }[] =
    ts.isConstructorDeclaration(fn) && ts.isClassLike(fn.parent)
      ? knowledge.index.creationsOf(fn.parent)
      : knowledge.index.callsOf(fn);
  return calls.flatMap((call) => {
    const argument = call.arguments?.[at];
    return argument === undefined || ts.isSpreadElement(argument) ? [] : [argument];
  });
}

/** `const { a: { b } } = source`: the source, then the names on the way down. */
function bindingValues(knowledge: Knowledge, element: ts.BindingElement, env: Env | undefined): readonly Value[] {
  const pattern = element.parent;
  const holder = pattern.parent;
  const sources = ts.isBindingElement(holder)
    ? bindingValues(knowledge, holder, env)
    : ts.isParameter(holder)
      ? parameterValues(knowledge, holder, env)
      : holderValues(knowledge, holder, env);
  if (ts.isArrayBindingPattern(pattern)) {
    const index = String(pattern.elements.indexOf(element));
    return sources.flatMap((source) => propertyValues(knowledge, source, index));
  }
  if (element.dotDotDotToken !== undefined) return sources;
  const name = nameText(element.propertyName ?? element.name);
  if (name === undefined) return [OPAQUE];
  const found = sources.flatMap((source) => propertyValues(knowledge, source, name));
  const fallback = element.initializer;
  return fallback === undefined ? found : [...found, ...knowledge.valuesOf({ node: fallback, env })];
}

function holderValues(knowledge: Knowledge, holder: ts.VariableDeclaration, env: Env | undefined): readonly Value[] {
  const home = envOf(enclosingFunction(holder), env);
  const loop = holder.parent.parent;
  if (ts.isForOfStatement(loop)) return elementValues(knowledge, loop.expression, home);
  return holder.initializer === undefined ? [OPAQUE] : knowledge.valuesOf({ node: holder.initializer, env: home });
}
