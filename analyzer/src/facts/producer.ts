import type { Place } from './place.ts';

/** A topic that somebody in the workspace writes, and whether in a transaction. */
export interface TopicWrite {
  readonly topic: string;
  readonly transactional: boolean;
  readonly place: Place;
}
