import ts from '../typescript.ts';
import type { AnyCall } from '../recognize/knowledge.ts';

/** The methods of the language's own collections: an untyped receiver has no others of these names. */
const ITERATIONS = new Set(['forEach', 'map', 'filter', 'flatMap', 'some', 'every', 'find', 'reduce']);

/** Whether a call is spelt like one of these. */
export function isIteration(call: AnyCall): boolean {
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    ITERATIONS.has(call.expression.name.text)
  );
}
