import ts from '../../typescript.ts';
import { lowerClass } from '../expressions/literals.ts';
import type { NodeId } from '../flow-graph.ts';
import { type Scope, type Use, awaited, floating, lowerValue } from '../scope.ts';
import { settlesPromise } from '../settles-promise.ts';
import { lowerBlock, lowerStatements } from './block.ts';
import { lowerIf, lowerSwitch } from './branching.ts';
import { lowerBreak, lowerContinue, lowerLabeled, lowerReturn, lowerThrow } from './jumps.ts';
import { lowerDo, lowerEach, lowerFor, lowerWhile } from './loops.ts';
import { lowerTry } from './try.ts';
import { lowerVariables } from './variables.ts';

/** Nothing happens where these stand: functions are hoisted, the rest is for the compiler. */
const DECLARATIONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EmptyStatement,
  ts.SyntaxKind.DebuggerStatement,
  ts.SyntaxKind.NotEmittedStatement,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.EnumDeclaration,
  ts.SyntaxKind.MissingDeclaration,
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ImportEqualsDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.NamespaceExportDeclaration,
]);

/** `labels` are those written directly before the statement. */
export function lowerStatement(scope: Scope, node: ts.Statement, next: NodeId, labels: readonly string[] = []): NodeId {
  if (scope.nodes.isFull() || DECLARATIONS.has(node.kind)) return next;
  return (
    lowerSimple(scope, node, next) ??
    lowerJump(scope, node, next, labels) ??
    lowerCompound(scope, node, next) ??
    lowerLoop(scope, node, next, labels) ??
    scope.nodes.add({ kind: 'opaque', of: node, next, error: scope.error })
  );
}

function lowerSimple(scope: Scope, node: ts.Statement, next: NodeId): NodeId | undefined {
  if (ts.isExpressionStatement(node)) return scope.lower.expression(scope, node.expression, useOf(scope, node), next);
  if (ts.isVariableStatement(node)) return lowerVariables(scope, node.declarationList, next);
  if (ts.isExportAssignment(node)) return lowerValue(scope, node.expression, next);
  if (ts.isClassDeclaration(node)) return lowerClass(scope, node, next);
  return undefined;
}

/** The value of a statement is dropped, unless a promise around it tells when it is done. */
function useOf(scope: Scope, { expression }: ts.ExpressionStatement): Use {
  return scope.outside(() => settlesPromise(expression)) ? awaited : floating;
}

function lowerJump(scope: Scope, node: ts.Statement, next: NodeId, labels: readonly string[]): NodeId | undefined {
  if (ts.isReturnStatement(node)) return lowerReturn(scope, node);
  if (ts.isThrowStatement(node)) return lowerThrow(scope, node);
  if (ts.isBreakStatement(node)) return lowerBreak(scope, node, next);
  if (ts.isContinueStatement(node)) return lowerContinue(scope, node, next);
  if (ts.isLabeledStatement(node)) return lowerLabeled(scope, node, next, labels);
  return undefined;
}

function lowerCompound(scope: Scope, node: ts.Statement, next: NodeId): NodeId | undefined {
  if (ts.isBlock(node)) return lowerBlock(scope, node, next);
  if (ts.isIfStatement(node)) return lowerIf(scope, node, next);
  if (ts.isSwitchStatement(node)) return lowerSwitch(scope, node, next);
  if (ts.isTryStatement(node)) return lowerTry(scope, node, next);
  if (ts.isModuleDeclaration(node)) return lowerNamespace(scope, node, next);
  if (ts.isWithStatement(node))
    return lowerValue(scope, node.expression, scope.lower.statement(scope, node.statement, next));
  return undefined;
}

function lowerLoop(scope: Scope, node: ts.Statement, next: NodeId, labels: readonly string[]): NodeId | undefined {
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerEach(scope, node, next, labels);
  if (ts.isForStatement(node)) return lowerFor(scope, node, next, labels);
  if (ts.isWhileStatement(node)) return lowerWhile(scope, node, next, labels);
  if (ts.isDoStatement(node)) return lowerDo(scope, node, next, labels);
  return undefined;
}

/** The code in a namespace runs with the file's. */
function lowerNamespace(scope: Scope, node: ts.ModuleDeclaration, next: NodeId): NodeId {
  let { body } = node;
  while (body !== undefined && ts.isModuleDeclaration(body)) body = body.body;
  return body !== undefined && ts.isModuleBlock(body) ? lowerStatements(scope, body.statements, next) : next;
}
