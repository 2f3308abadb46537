import ts from '../../typescript.ts';
import { isWithinCode } from '../../recognize/spot.ts';
import type { Step, StepId } from '../../summaries/unit-graph.ts';
import type { Catcher } from './caught-error.ts';

/** A `finally` with a `return` ends what nobody has caught, or what the catch beside it throws on. */
export function isLeavingFinally(
  { node }: Step,
  { caught }: { readonly caught: StepId },
  catcher: Catcher | undefined,
): boolean {
  if (!ts.isBlock(node) || !ts.isTryStatement(node.parent) || node.parent.finallyBlock !== node) return false;
  if (caught < 0) return true;
  return catcher !== undefined && catcher.parent === node.parent && /\bthrow\b/.test(catcher.getText());
}

export function isInFinallyAround(node: ts.Node, effect: Step): boolean {
  let at: ts.Node = node;
  while (!ts.isSourceFile(at)) {
    const { parent } = at;
    if (ts.isTryStatement(parent) && parent.finallyBlock === at && isWithinCode(effect, parent.tryBlock)) return true;
    at = parent;
  }
  return false;
}
