import ts from '../typescript.ts';
import { isWithin } from '../recognize/spot.ts';
import { normalSuccessors } from '../scopes/reach.ts';
import { stepsFrom } from '../summaries/steps-from.ts';
import type { StepId, UnitGraph } from '../summaries/unit-graph.ts';

interface Turn {
  readonly from: StepId;
  readonly condition: StepId;
}

/**
 * Whether a way from the condition of a loop leads back to it while nothing fails, and an effect is not in that loop: what
 * stands behind it comes after the last turn, however many there are.
 */
export function isAnotherTurn(graph: UnitGraph, { from, condition }: Turn, keys: ReadonlySet<string>): boolean {
  const { steps } = graph;
  const branch = steps[condition];
  const loop = branch?.kind === 'branch' ? loopOfCondition(branch.condition) : undefined;
  if (branch === undefined || loop === undefined) return false;
  if (steps.some((step) => keys.has(step.key) && isWithin(step, { node: loop, env: branch.env }))) return false;
  return stepsFrom(graph, [from], normalSuccessors).has(condition);
}

/** `while (!done)`, and each part of `i < 3 && !done`. */
function loopOfCondition(condition: ts.Expression): ts.IterationStatement | undefined {
  let at: ts.Node = condition;
  while (
    ts.isParenthesizedExpression(at.parent) ||
    ts.isPrefixUnaryExpression(at.parent) ||
    ts.isBinaryExpression(at.parent)
  )
    at = at.parent;
  const { parent } = at;
  if (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === at ? parent : undefined;
  return ts.isForStatement(parent) && parent.condition === at ? parent : undefined;
}
