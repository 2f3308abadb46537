import type ts from 'typescript';
import type { Step } from '../../summaries/unit-graph.ts';
import { contains } from '../../recognize/contains.ts';

/** Whether a step runs as a part of some code: it stands there, or in a function that is called from there. */
export function isWithin(around: ts.Node, { node, env }: Pick<Step, 'node' | 'env'>): boolean {
  if (contains(around, node)) return true;
  for (let at = env; at !== undefined; at = at.caller) if (contains(around, at.call)) return true;
  return false;
}
