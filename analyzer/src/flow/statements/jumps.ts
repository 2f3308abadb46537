import type ts from 'typescript';
import { leaveTo } from '../cleanup.ts';
import type { NodeId } from '../flow-graph.ts';
import { type JumpTarget, type Scope, lowerValue, returned } from '../scope.ts';

export function lowerReturn(scope: Scope, node: ts.ReturnStatement): NodeId {
  const next = returnedFrom(scope, node);
  return isInLoop(scope) ? scope.nodes.add({ kind: 'leave', of: node, next }) : next;
}

function returnedFrom(scope: Scope, { expression }: ts.ReturnStatement): NodeId {
  if (expression === undefined) return leaveTo(scope, scope.end, undefined);
  const exit = scope.nodes.add({ kind: 'return', value: expression });
  return scope.lower.expression(scope, expression, returned, leaveTo(scope, exit, undefined));
}

function isInLoop({ target }: Scope): boolean {
  for (let at = target; at !== undefined; at = at.outer) if (at.onContinue !== undefined) return true;
  return false;
}

export function lowerThrow(scope: Scope, node: ts.ThrowStatement): NodeId {
  const caught = scope.error !== scope.exit;
  return lowerValue(scope, node.expression, caught ? scope.error : scope.nodes.add({ kind: 'throw', of: node }));
}

/** A jump without target, in broken source, does nothing. */
export function lowerBreak(scope: Scope, node: ts.BreakStatement, next: NodeId): NodeId {
  const { label } = node;
  const target = findTarget(scope, ({ anonymous, labels }) => (label ? labels.includes(label.text) : anonymous));
  if (target === undefined) return next;
  const left = leaveTo(scope, target.onBreak, target.cleanup);
  return target.onContinue === undefined ? left : scope.nodes.add({ kind: 'leave', of: node, next: left });
}

export function lowerContinue(scope: Scope, { label }: ts.ContinueStatement, next: NodeId): NodeId {
  const target = findTarget(
    scope,
    ({ onContinue, labels }) => onContinue !== undefined && (label === undefined || labels.includes(label.text)),
  );
  return target?.onContinue === undefined ? next : leaveTo(scope, target.onContinue, target.cleanup);
}

function findTarget(scope: Scope, matches: (target: JumpTarget) => boolean): JumpTarget | undefined {
  let target = scope.target;
  while (target !== undefined && !matches(target)) target = target.outer;
  return target;
}

/** The target of a `break` with this label; a loop also takes the label, for `continue`. */
export function lowerLabeled(
  scope: Scope,
  { label, statement }: ts.LabeledStatement,
  next: NodeId,
  labels: readonly string[],
): NodeId {
  const all = [...labels, label.text];
  const target: JumpTarget = {
    labels: all,
    anonymous: false,
    onBreak: next,
    cleanup: scope.cleanup,
    outer: scope.target,
  };
  return scope.lower.statement({ ...scope, target }, statement, next, all);
}
