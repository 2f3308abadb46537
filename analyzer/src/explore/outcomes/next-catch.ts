import ts from '../../typescript.ts';
import { isWithin } from '../../recognize/spot.ts';
import type { Step } from '../../summaries/unit-graph.ts';

/** Whether what one catch throws on, or makes its caller throw, can end in another one: it stands around it, or in it. */
export function mayBeCaughtNext(before: Step, after: Step): boolean {
  if (!ts.isCatchClause(before.node) || !ts.isCatchClause(after.node)) return true;
  const { parent } = after.node;
  const isAround = isWithin(before, { node: parent.tryBlock, env: after.env });
  return isAround || isWithin(after, { node: before.node, env: before.env });
}
