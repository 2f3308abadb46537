import type ts from 'typescript';
import type { Env } from '../../recognize/env.ts';
import type { Step } from '../../summaries/unit-graph.ts';

/** The calls that lead to a step and not to another one. */
export function callsBeside({ env }: Step, other: Step | undefined): readonly ts.Node[] {
  const shared = new Set<Env>();
  for (let at = other?.env; at !== undefined; at = at.caller) shared.add(at);
  const found: ts.Node[] = [];
  for (let at = env; at !== undefined && !shared.has(at); at = at.caller) found.push(at.call);
  return found;
}
