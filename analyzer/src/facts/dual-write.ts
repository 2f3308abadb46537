import type { Place } from './place.ts';
import type { Trace } from './trace.ts';

/** A message and a row that belong to one unit of work, and that a crash in between parts. */
export interface DualWrite {
  /** The call that sends the message. */
  readonly place: Place;
  readonly label: string;
  /** The write on the database. */
  readonly row: { readonly label: string; readonly place: Place };
  readonly trace: Trace;
}
