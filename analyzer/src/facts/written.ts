import type { Place } from './place.ts';

/** An expression as it is written, on one line and shortened. */
export interface Written {
  readonly place: Place;
  readonly text: string;
}

/** An expression that may be something which is not in sight. */
export interface OutOfSight extends Written {
  /** What it may be, as far as that is in sight: the default of an environment variable. */
  readonly known: readonly string[];
  /** It is what the callers of the function around it hand over: no default there says what that is. */
  readonly isGiven: boolean;
}
