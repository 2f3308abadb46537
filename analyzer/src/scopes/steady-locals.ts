import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { provenanceOf } from '../recognize/stability.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { mayCatch } from '../summaries/handed-on.ts';
import { asksForLocal } from '../summaries/local-condition.ts';
import { isLocalSlot } from '../summaries/local-variable.ts';
import { stepsFrom } from '../summaries/steps-from.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** `always`: it is given one value; else a guard may have a say in which one it is. */
type Steady = 'always' | 'unguarded';

/** Variables of the handler that are what the message makes them, whether something has failed or not. */
export type SteadyLocals = ReadonlyMap<string, Steady>;

export function steadyLocals(knowledge: Knowledge, graph: UnitGraph): SteadyLocals {
  const bySlot = new Map<string, ResultStep[]>();
  for (const step of graph.steps) {
    if (step.kind !== 'result' || !isLocalSlot(step.slot)) continue;
    bySlot.set(step.slot, [...(bySlot.get(step.slot) ?? []), step]);
  }
  const found = new Map<string, Steady>();
  for (const [slot, steps] of bySlot) {
    const steady = steps.every((step) => isOfMessage(knowledge, step)) ? howSteady(graph, steps) : undefined;
    if (steady !== undefined) found.set(slot, steady);
  }
  return found;
}

function howSteady(graph: UnitGraph, steps: readonly ResultStep[]): Steady | undefined {
  const later = steps.filter(({ node }) => !ts.isVariableDeclaration(node.parent));
  if (later.length === 0) return 'always';
  return isBehindFailure(graph, steps, later) ? undefined : 'unguarded';
}

type ResultStep = Step & { readonly kind: 'result' };

/** A constant, or made of the message and of nothing else that this handler has come to know. */
function isOfMessage(knowledge: Knowledge, { node, env }: ResultStep): boolean {
  const value = givenTo(node);
  if (value === undefined) return ts.isVariableDeclaration(node.parent) && node.parent.initializer === undefined;
  if (knowledge.valuesOf({ node: value, env }).every(({ kind }) => kind === 'constant')) return true;
  return provenanceOf(knowledge, { node: value, env }).message && !mayTellOfFailure(knowledge, value, DEPTH);
}

function givenTo({ parent }: ts.Node): ts.Expression | undefined {
  if (ts.isVariableDeclaration(parent)) return parent.initializer;
  const isPlain = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isPlain ? parent.right : undefined;
}

const DEPTH = 4;

/** Something was waited for, or is kept in a variable, or comes from a function that catches. */
function mayTellOfFailure(knowledge: Knowledge, value: ts.Expression, depth: number): boolean {
  if (depth === 0 || asksForLocal(knowledge, value)) return true;
  return someNode(value, (node) => {
    if (ts.isAwaitExpression(node)) return true;
    if (ts.isCallExpression(node)) {
      return knowledge.calleesOf(node, undefined).functions.some(({ fn }) => mayCatch(knowledge, fn));
    }
    const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
    if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return false;
    const { initializer } = declaration;
    return initializer !== undefined && initializer !== value && mayTellOfFailure(knowledge, initializer, depth - 1);
  });
}

/** Whether a failure may keep the variable from a value that it would be given, or give it another one. */
function isBehindFailure(graph: UnitGraph, steps: readonly ResultStep[], later: readonly ResultStep[]): boolean {
  const declared = new Set(steps.filter((step) => !later.includes(step)).map(({ id }) => id));
  const ways = (step: Step): readonly StepId[] => (declared.has(step.id) ? [] : successorsOf(step));
  const around = stepsFrom(
    graph,
    [...declared].flatMap((id) => nextOf(graph, id)),
    ways,
  );
  const behind = [...around].flatMap((id) => {
    const step = graph.steps[id];
    return step !== undefined && 'error' in step && step.error !== step.next ? [step.next, step.error] : [];
  });
  const reached = stepsFrom(graph, behind, ways);
  return later.some(({ id }) => !around.has(id) || reached.has(id));
}

function nextOf({ steps }: UnitGraph, id: StepId): readonly StepId[] {
  const step = steps[id];
  return step === undefined ? [] : successorsOf(step);
}
