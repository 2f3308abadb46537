import type { UnitGuard } from '../scopes/unit-guard.ts';
import type { Step } from '../summaries/unit-graph.ts';
import type { RecordBeside } from './machine.ts';

/** The records that a write leaves, or that give way to it, beside those that its move is about: one key may be several. */
export function recordsBeside(
  guards: readonly UnitGuard[],
  { id }: Step,
  own: readonly (number | undefined)[],
): { readonly beside?: readonly RecordBeside[] } {
  const beside = guards.flatMap(({ asks, records, forgets }, guard): readonly RecordBeside[] => {
    if (own.includes(guard) || asks.has(id)) return [];
    if (records.has(id)) return [{ guard, there: true }];
    return forgets.has(id) ? [{ guard, there: false }] : [];
  });
  return beside.length === 0 ? {} : { beside };
}

/** The other guards that ask what a look-up finds. */
export function askedBeside(
  guards: readonly UnitGuard[],
  { id }: Step,
  own: number,
): { readonly also?: readonly number[] } {
  const also = guards.flatMap(({ asks }, guard) => (guard !== own && asks.has(id) ? [guard] : []));
  return also.length === 0 ? {} : { also };
}
