import type { Place } from './place.ts';

/** Replace the text at `place` by `text`; an empty span inserts. */
export interface Edit {
  readonly place: Place;
  readonly text: string;
}
