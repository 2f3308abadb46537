import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import { isWithinCode } from '../recognize/spot.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import { catchOf } from './catch-of.ts';
import { normalSuccessors } from './reach.ts';

type CatchStep = Step & { readonly kind: 'catch' };

/**
 * By the key of a write to a database: the key of the catch that asks its failure whether it is a unique violation. Of
 * several copies of the write, as a retry makes them, it is enough that one of them leads there.
 */
export function violationCatches(graph: UnitGraph): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const step of graph.steps) {
    const caught = step.kind === 'write' && !found.has(step.key) ? violationCatchOf(graph, step.error) : undefined;
    if (caught !== undefined) found.set(step.key, caught.key);
  }
  return found;
}

/** The catch that asks an exception whether it is a unique violation: the first one, or one that it is thrown on to. */
function violationCatchOf(graph: UnitGraph, error: StepId): CatchStep | undefined {
  const first = catchOf(graph, error);
  const caught = new Set(first === undefined ? [] : [first]);
  for (const each of caught) {
    if (each.uniqueViolation) return each;
    // What is added on the way is come to as well.
    if (throwsOn(each)) for (const behind of catchesBehind(graph, each)) caught.add(behind);
  }
  return undefined;
}

/** The catches that what is thrown in a catch comes to, past the blocks that run on every way out. */
function catchesBehind(graph: UnitGraph, caught: CatchStep): readonly CatchStep[] {
  const found: CatchStep[] = [];
  const seen = new Set<StepId>();
  const pending: StepId[] = [caught.next];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = graph.steps[id];
    if (step === undefined || seen.has(id)) continue;
    seen.add(id);
    if (step.kind === 'catch') found.push(step);
    else if (isWithinCode(step, caught.node) || isOnWayOut(step)) pending.push(...normalSuccessors(step));
  }
  return found;
}

function isOnWayOut(step: Step): boolean {
  if (step.kind === 'pass' || (step.kind === 'control' && step.verb === 'db-rollback')) return true;
  const block = ts.findAncestor(step.node, (at) => isFunctionNode(at) || isFinally(at));
  return block !== undefined && isFinally(block);
}

function isFinally(node: ts.Node): boolean {
  return ts.isBlock(node) && ts.isTryStatement(node.parent) && node.parent.finallyBlock === node;
}

/** `catch (error) { …; throw error; }`: another error, made of this one, says something else. */
function throwsOn({ node }: CatchStep): boolean {
  const name = errorName(node);
  if (name === undefined) return false;
  return someNode(node, (at) => {
    const thrown = ts.isThrowStatement(at) ? stripExpression(at.expression) : undefined;
    return thrown !== undefined && ts.isIdentifier(thrown) && thrown.text === name.text;
  });
}

function errorName(catcher: ts.Node): ts.Identifier | undefined {
  const parameter = isFunctionNode(catcher) ? catcher.parameters[0] : undefined;
  const name = ts.isCatchClause(catcher) ? catcher.variableDeclaration?.name : parameter?.name;
  return name !== undefined && ts.isIdentifier(name) ? name : undefined;
}
