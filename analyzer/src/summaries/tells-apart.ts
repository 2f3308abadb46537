import ts from '../typescript.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';

/** Results that a caller may branch on: booleans, and what may be null or undefined. */
export function tellsApart({ checker }: Knowledge, call: AnyCall): boolean {
  if (isUnused(call)) return false;
  const declared = checker.getTypeAtLocation(call);
  const type = checker.getAwaitedType(declared) ?? declared;
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & TELLING) !== 0);
}

/** A statement of its own: nobody looks at the result. */
export function isUnused(call: AnyCall): boolean {
  return ts.isExpressionStatement(ts.isAwaitExpression(call.parent) ? call.parent.parent : call.parent);
}

const TELLING = ts.TypeFlags.BooleanLike | ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Any;
