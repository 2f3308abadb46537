import ts from '../../typescript.ts';
import type { Edit } from '../../facts/edit.ts';
import { isAsync } from '../../recognize/async-function.ts';
import { waiterFor } from '../../recognize/awaited-by.ts';
import { importing } from '../../recognize/importing.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { droppedWork } from '../../summaries/detached.ts';
import type { Step } from '../../summaries/unit-graph.ts';

/**
 * An `await` before the expression that drops the promise, where the function around it can wait; around what is no
 * promise, the function that makes one of it as well.
 */
export function awaitingEdits(knowledge: Knowledge, { node: call, env }: Pick<Step, 'node' | 'env'>): readonly Edit[] {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return [];
  const dropped = droppedWork(knowledge, call, env);
  if (dropped === undefined || !ts.isCallExpression(dropped) || !canWait(dropped)) return [];
  const { slice } = knowledge;
  const file = dropped.getSourceFile();
  const { parent } = dropped;
  const from = ts.isExpressionStatement(parent) ? dropped : parent;
  const head = slice.placeAt(file, from.getStart(), dropped.getStart());
  const waiter = waiterFor(knowledge, call, env);
  if (waiter === undefined) return [{ place: head, text: 'await ' }];
  const imported = dropped === call ? importing(file, waiter) : undefined;
  if (imported === undefined) return [];
  const { name, edits } = imported;
  return [
    ...edits.map(({ at, text }) => ({ place: slice.placeAt(file, at, at), text })),
    { place: head, text: `await ${name}(` },
    { place: slice.placeAt(file, dropped.end, dropped.end), text: ')' },
  ];
}

/** As a statement, or behind a `void` or an `await` that waits for nothing. */
function canWait(dropped: ts.CallExpression): boolean {
  const { parent } = dropped;
  const fn = enclosingFunction(dropped);
  const isPlain = ts.isExpressionStatement(parent) || ts.isVoidExpression(parent) || ts.isAwaitExpression(parent);
  return isPlain && fn !== undefined && isAsync(fn);
}
