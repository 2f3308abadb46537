import type { Place } from './place.ts';

/** A call of a Kafka library that cannot work; the words of the stubs' `misuse` tags, and a member that is missing. */
export type Misuse =
  | 'callback'
  | 'no-transactional-id'
  | 'no-such-method'
  | 'group-id'
  | 'missing-at-run-time'
  | 'whole-message'
  | 'concurrent'
  | 'committed-offsets-ignored'
  | 'group-without-suffix';

export interface MisusedCall {
  readonly misuse: Misuse;
  /** The call, or the option in it. */
  readonly place: Place;
  readonly library: string;
  /** The callee as the user would say it. */
  readonly label: string;
  /** What explains it: the producer, the group that the broker knows. */
  readonly because: readonly { readonly place: Place; readonly message: string }[];
}
