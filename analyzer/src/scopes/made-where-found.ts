import type { Step } from '../summaries/unit-graph.ts';
import type { Reach } from './reach.ts';
import { branchOf, type Member } from './unit-guard.ts';

/**
 * Made only where one was found: what is looked up there is what is to be worked on. A question that both answers go on
 * from says nothing about it.
 */
export function isMadeWhereFound(
  reach: Reach,
  { key, write }: Step & { readonly kind: 'write' },
  members: readonly Member[],
): boolean {
  const ways = members.flatMap((member) => {
    const { fresh } = branchOf('recorded')(member);
    if (fresh === 'unknown') return [];
    const { whenTrue, whenFalse } = member.step;
    const [found, missing] = fresh === 'whenTrue' ? [whenFalse, whenTrue] : [whenTrue, whenFalse];
    return [{ found: reach.reaches(found, key), missing: reach.reaches(missing, key) }];
  });
  const decisive = ways.filter(({ found, missing }) => found !== missing);
  return decisive.length > 0 ? decisive.every(({ found }) => found) : write.changes === true;
}
