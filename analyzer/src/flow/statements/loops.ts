import ts from '../../typescript.ts';
import { constantOf } from '../expressions/constant-condition.ts';
import { lowerBinding, lowerTargetPattern } from '../expressions/patterns.ts';
import type { FlowStep, NodeId } from '../flow-graph.ts';
import { type Scope, floating, lowerValue } from '../scope.ts';
import { lowerVariables } from './variables.ts';

type Labels = readonly string[];

export function lowerEach(
  scope: Scope,
  node: ts.ForOfStatement | ts.ForInStatement,
  next: NodeId,
  labels: Labels,
): NodeId {
  const head = scope.nodes.reserve(node);
  const body = scope.lower.statement(insideLoop(scope, labels, next, head), node.statement, head);
  const bound = lowerLoopVariable(scope, node.initializer, body);
  scope.nodes.fill(head, { kind: 'each', loop: node, over: node.expression, body: bound, next });
  return lowerValue(scope, node.expression, head);
}

/** One turn of a loop by itself, from its condition to wherever the body leads: `end` is the end of the turn. */
export function lowerTurn(scope: Scope, node: ts.IterationStatement, end: NodeId): NodeId {
  const body = scope.lower.statement(insideLoop(scope, labelsOf(node), end, end), node.statement, end);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerLoopVariable(scope, node.initializer, body);
  const condition = ts.isForStatement(node) ? node.condition : ts.isWhileStatement(node) ? node.expression : undefined;
  return condition === undefined ? body : scope.lower.condition(scope, condition, body, end);
}

function labelsOf(node: ts.Node): Labels {
  return ts.isLabeledStatement(node.parent) ? [node.parent.label.text, ...labelsOf(node.parent)] : [];
}

function lowerLoopVariable(scope: Scope, initializer: ts.ForInitializer, next: NodeId): NodeId {
  if (!ts.isVariableDeclarationList(initializer)) return lowerTargetPattern(scope, initializer, next);
  const [variable] = initializer.declarations;
  return variable === undefined ? next : lowerBinding(scope, variable.name, next);
}

export function lowerWhile(scope: Scope, node: ts.WhileStatement, next: NodeId, labels: Labels): NodeId {
  const head = scope.nodes.reserve(node);
  const body = scope.lower.statement(insideLoop(scope, labels, next, head), node.statement, head);
  const test = scope.lower.condition(scope, node.expression, body, next);
  scope.nodes.fill(head, repeat(node, test, node.expression, next));
  return head;
}

export function lowerDo(scope: Scope, node: ts.DoStatement, next: NodeId, labels: Labels): NodeId {
  const head = scope.nodes.reserve(node);
  const test = scope.lower.condition(scope, node.expression, head, next);
  const body = scope.lower.statement(insideLoop(scope, labels, next, test), node.statement, test);
  scope.nodes.fill(head, repeat(node, body, node.expression, next));
  return head;
}

export function lowerFor(scope: Scope, node: ts.ForStatement, next: NodeId, labels: Labels): NodeId {
  const head = scope.nodes.reserve(node);
  const { initializer, condition, incrementor } = node;
  const advance = incrementor ? scope.lower.expression(scope, incrementor, floating, head) : head;
  const body = scope.lower.statement(insideLoop(scope, labels, next, advance), node.statement, advance);
  const test = condition ? scope.lower.condition(scope, condition, body, next) : body;
  scope.nodes.fill(head, repeat(node, test, condition, next));
  if (initializer === undefined) return head;
  return ts.isVariableDeclarationList(initializer)
    ? lowerVariables(scope, initializer, head)
    : scope.lower.expression(scope, initializer, floating, head);
}

function repeat(loop: ts.Node, body: NodeId, condition: ts.Expression | undefined, next: NodeId): FlowStep {
  const endless = condition === undefined || constantOf(condition) === true;
  return endless ? { kind: 'repeat', loop, body } : { kind: 'repeat', loop, body, next };
}

function insideLoop(scope: Scope, labels: Labels, onBreak: NodeId, onContinue: NodeId): Scope {
  const target = { labels, anonymous: true, onBreak, onContinue, cleanup: scope.cleanup, outer: scope.target };
  return { ...scope, target };
}
