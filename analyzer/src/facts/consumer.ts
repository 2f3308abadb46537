import type { Edit } from './edit.ts';
import type { WrittenOption } from './option.ts';
import type { Place } from './place.ts';

/** A consumer as the source constructs it. */
export interface Consumer {
  readonly id: string;
  readonly place: Place;
  readonly library: string;
  /** The group id, where it resolves to one value. */
  readonly groupId?: string;
  /** The topics it subscribes to, as far as they resolve. */
  readonly topics: readonly string[];
  /** True when some topic did not resolve. */
  readonly topicsUnknown: boolean;
  /** The isolation option, when it is written anywhere. */
  readonly readUncommitted?: WrittenOption;
}

/** Whether the client commits offsets by itself while this unit runs. */
export interface AutoCommit {
  /** What the client really does; `unknown` when an option object could not be followed. */
  readonly value: boolean | 'unknown';
  /** What the client calls the option: `autoCommit`, `enable.auto.commit`. */
  readonly option: string;
  /** The option if it is written, else the call that lacks it. */
  readonly place: Place;
  /** Turns it off where it takes effect. */
  readonly switchOff: readonly Edit[];
}
