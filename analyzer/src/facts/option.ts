import type { Edit } from './edit.ts';
import type { Place } from './place.ts';

/** A client option as it was written, and the edits that change it. */
export interface WrittenOption {
  readonly name: string;
  /** The whole property. */
  readonly place: Place;
  readonly value: boolean | 'unknown';
  /** Takes the property out, with its comma. */
  readonly removal: readonly Edit[];
}
