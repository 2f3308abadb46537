import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';

/** The calls of a function; for one that is handed over where it stands, as to a promise, what it is handed to. */
export function usesOf(knowledge: Knowledge, fn: ts.Node): readonly ts.Node[] {
  const isHanded = ts.isCallExpression(fn.parent) || ts.isNewExpression(fn.parent);
  return isHanded ? [fn.parent] : knowledge.index.callsOf(fn);
}
