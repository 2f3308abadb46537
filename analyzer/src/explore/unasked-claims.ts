import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step } from '../summaries/unit-graph.ts';
import { isOutside } from './effect-step.ts';
import type { UnitModel } from './project.ts';

/**
 * Inserts that let a second row pass, and whose answer nobody looks at. In a transaction of the database each keeps
 * another process waiting, which then finds what the first one has recorded: they matter where records are asked for.
 */
export function unaskedClaims(
  { graph, placeOf }: Pick<UnitModel, 'graph' | 'placeOf'>,
  keys: ReadonlySet<string>,
  followed: readonly UnitGuard[],
): readonly UnitGuard[] {
  const hasTransaction = graph.steps.some((step) => step.kind === 'control' && step.verb === 'db-begin');
  if (!hasTransaction || !followed.some(({ guard }) => guard.store === 'durable')) return [];
  const isKnown = ({ id }: Step): boolean =>
    followed.some(({ asks, records, forgets }) => asks.has(id) || records.has(id) || forgets.has(id));
  const claims = graph.steps.filter((step) => isClaim(step) && !keys.has(step.key) && !isKnown(step));
  return [...new Set(claims.map(({ key }) => key))].flatMap((key) => {
    const [first, ...others] = claims.filter((claim) => claim.key === key);
    if (first?.kind !== 'write') return [];
    const copies = new Set([first, ...others].map(({ id }) => id));
    const place = placeOf(first);
    return [
      {
        guard: { id: key, store: 'durable', form: 'claim', place, label: first.write.label, records: [place] },
        ...{ asks: copies, records: copies, branches: [], forgets: new Set(), expires: false, throws: false },
        decides: new Map(),
      },
    ];
  });
}

function isClaim(step: Step): boolean {
  return (
    step.kind === 'write' &&
    step.write.claims &&
    !isOutside(step.write) &&
    ['idempotent', 'keyed'].includes(step.write.repeatability.kind)
  );
}
