import type { Place } from './place.ts';

/** A comment that begins with `kafka-eos-`; `text` is the comment without its delimiters, trimmed. */
export interface Directive {
  readonly place: Place;
  readonly text: string;
  /** The 1-based line of the first code after the comment: what "next line" means. */
  readonly nextLine: number;
}
