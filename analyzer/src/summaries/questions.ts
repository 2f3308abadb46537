import ts from '../typescript.ts';
import { flowOf } from '../flow/build-flow.ts';
import { truthOf } from '../recognize/answer-truth.ts';
import type { Env } from '../recognize/env.ts';
import { bodyOf, returnedExpressions } from '../recognize/function-node.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { slotOf } from '../recognize/slot.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { answeringWith, isRescue, mayCatch } from './handed-on.ts';
import { isUnused } from './tells-apart.ts';

/** What a condition asks of the answer of a call: `answer.status === 'reserved'`. */
export interface Question {
  /** Where the answer to it is remembered. */
  readonly slot: string;
  /** What a value that is returned says to it; undefined where that cannot be said. */
  readonly truthOf: (value: ts.Expression) => boolean | undefined;
}

export function questionSlot(knowledge: Knowledge, condition: ts.Expression, env: Env | undefined): string {
  return `question ${slotOf(knowledge, condition, env)}`;
}

/**
 * The questions behind a call that a function answers, or a handler of a promise that the call stands for: where that, or
 * one whose answer it gives, catches a failure, and some of the answers are written out.
 */
export function questionsOf(
  knowledge: Knowledge,
  call: AnyCall,
  env: Env | undefined,
  answering: FunctionNode,
): readonly Question[] {
  const asking = enclosingFunction(call);
  if (asking === undefined || isUnused(call)) return [];
  const conditions = conditionsIn(asking);
  if (conditions.length === 0 || !(isRescue(call) || mayCatch(knowledge, answering))) return [];
  const values = answeringWith(knowledge, answering).flatMap(returnedExpressions);
  return conditions.flatMap((condition) => {
    const truth = (value: ts.Expression): boolean | undefined =>
      truthOf(knowledge, condition, { calls: [call], values: [value] });
    if (values.every((value) => truth(value) === undefined)) return [];
    return [{ slot: questionSlot(knowledge, condition, env), truthOf: truth }];
  });
}

/** By the body of the function. */
const conditionsOf = new WeakMap<ts.Node, readonly ts.Expression[]>();

/** What a function branches on, and the comparisons that it gives as its own answer. */
export function conditionsIn(fn: FunctionNode): readonly ts.Expression[] {
  const known = conditionsOf.get(bodyOf(fn)) ?? [
    ...flowOf(fn).nodes.flatMap((node) => (node.kind === 'branch' && node.test === 'truthy' ? [node.condition] : [])),
    ...returnedExpressions(fn).filter(ts.isBinaryExpression),
  ];
  conditionsOf.set(bodyOf(fn), known);
  return known;
}
