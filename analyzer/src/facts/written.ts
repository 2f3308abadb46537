import type { Place } from './place.ts';

/** An expression as it is written, on one line and shortened. */
export interface Written {
  readonly place: Place;
  readonly text: string;
}
