import ts from '../typescript.ts';
import type { OutlineDraft } from './outline-draft.ts';
import { exportTarget, importedInPlace, isAssignment, unwrap } from './module-syntax.ts';
import { wholeModule, type Export } from './outline.ts';

/** Outlines `exports.x = …`, `module.exports = …` and imports for their side effect; false for any other statement. */
export function outlineCommonJs(draft: OutlineDraft, statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement)) return false;
  const expression = unwrap(statement.expression);
  if (importedInPlace(expression) !== undefined) return true;
  if (ts.isCallExpression(expression)) return addAssigned(draft, expression, statement);
  if (!isAssignment(expression)) return false;
  const { targets, value } = unrolled(expression);
  const names = targets.map(exportTarget).filter((name) => name !== undefined);
  if (names.length === 0) return false;
  for (const name of names) addExport(draft, name, value, statement);
  return true;
}

/** `a` and `b` of `a = b = value`. */
function unrolled(assignment: ts.BinaryExpression): { readonly targets: readonly ts.Node[]; readonly value: ts.Node } {
  const targets: ts.Node[] = [];
  let value: ts.Node = assignment;
  while (isAssignment(value)) {
    targets.push(value.left);
    value = unwrap(value.right);
  }
  return { targets, value };
}

function addExport(draft: OutlineDraft, name: string, value: ts.Node, owner: ts.Statement): void {
  if (name !== wholeModule) {
    draft.exports.set(name, exportOf(draft, value, owner));
    return;
  }
  const properties = ts.isObjectLiteralExpression(value) ? value.properties : undefined;
  for (const property of properties ?? []) addProperty(draft, property, owner);
  if (properties) return;
  const specifier = importedInPlace(value);
  if (specifier !== undefined) draft.stars.add(specifier);
  draft.exports.set(wholeModule, exportOf(draft, value, owner));
}

function addProperty(draft: OutlineDraft, property: ts.ObjectLiteralElementLike, owner: ts.Statement): void {
  if (ts.isSpreadAssignment(property)) {
    const specifier = importedInPlace(property.expression);
    if (specifier !== undefined) draft.stars.add(specifier);
    else draft.exports.set(wholeModule, exportOf(draft, property.expression, owner));
    return;
  }
  const name = ts.isIdentifier(property.name) || ts.isStringLiteral(property.name) ? property.name.text : undefined;
  if (name === undefined) draft.exports.set(wholeModule, exportOf(draft, property, owner));
  else if (ts.isShorthandPropertyAssignment(property)) draft.exports.set(name, { kind: 'name', name });
  else draft.exports.set(name, exportOf(draft, valueOf(property), owner));
}

function valueOf(property: ts.ObjectLiteralElementLike): ts.Node {
  return ts.isPropertyAssignment(property) ? property.initializer : property;
}

function exportOf(draft: OutlineDraft, value: ts.Node, owner: ts.Statement): Export {
  const inner = unwrap(value);
  if (ts.isIdentifier(inner)) return { kind: 'name', name: inner.text };
  const specifier = importedInPlace(inner);
  if (specifier !== undefined) return { kind: 'from', specifier, imported: '*' };
  if (ts.isPropertyAccessExpression(inner)) {
    const owner = importedInPlace(inner.expression);
    if (owner !== undefined) return { kind: 'from', specifier: owner, imported: inner.name.text };
  }
  return { kind: 'part', part: draft.addPart(inner, [], { owner }) };
}

/** `Object.assign(module.exports, require('…'))` */
function addAssigned(draft: OutlineDraft, call: ts.CallExpression, owner: ts.Statement): boolean {
  const [target, ...sources] = call.arguments;
  const { expression: callee } = call;
  const isAssign = ts.isPropertyAccessExpression(callee) && callee.name.text === 'assign';
  if (!isAssign || !target || !isExportsObject(target)) return false;
  for (const source of sources) addExport(draft, wholeModule, unwrap(source), owner);
  return true;
}

function isExportsObject(node: ts.Node): boolean {
  return exportTarget(node) === wholeModule || (ts.isIdentifier(node) && node.text === 'exports');
}
