import type { Place } from '../../facts/place.ts';
import type { MadeConsumer } from '../find-consumers.ts';

/** A group whose id a framework makes longer than it was configured. */
export interface SuffixedGroup {
  readonly configured: string;
  /** As the broker knows it. */
  readonly known: string;
  readonly place: Place;
}

export function suffixedGroups(consumers: readonly MadeConsumer[]): readonly SuffixedGroup[] {
  return consumers.flatMap(({ consumer: { groupId: known, place }, configuredGroup: configured }) =>
    known === undefined || configured === undefined || configured === known ? [] : [{ configured, known, place }],
  );
}
