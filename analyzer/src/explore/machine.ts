import type { Place } from '../facts/place.ts';

export type MoveId = number;

/** What a step does to the state when one effect is judged and everything else is only in its way. */
export type Action =
  | { readonly kind: 'go'; readonly next: readonly MoveId[] }
  | { readonly kind: 'may-fail'; readonly next: MoveId; readonly error: MoveId }
  /** The judged effect. `repeat: 'keep'` leaves one end state however often it runs. */
  | {
      readonly kind: 'target';
      readonly repeat: 'count' | 'keep';
      readonly into: 'outside' | 'database' | 'kafka';
      /** The guard whose record it is itself. */
      readonly records?: number;
      readonly next: MoveId;
      readonly error: MoveId;
    }
  | { readonly kind: 'sample'; readonly guard: number; readonly next: MoveId }
  | {
      readonly kind: 'record';
      readonly guard: number;
      readonly durable: boolean;
      readonly next: MoveId;
      readonly error: MoveId;
    }
  /** Asks and records in one step; `taken` is where a second record goes when it throws. */
  | {
      readonly kind: 'claim';
      readonly guard: number;
      readonly next: MoveId;
      readonly error: MoveId;
      readonly taken?: MoveId;
    }
  | { readonly kind: 'test'; readonly guard: number; readonly recorded: MoveId; readonly fresh: MoveId }
  | { readonly kind: 'tell'; readonly slot: number; readonly value: boolean; readonly next: MoveId }
  | {
      readonly kind: 'ask';
      readonly slot: number;
      readonly whenTrue: MoveId;
      readonly whenFalse: MoveId;
      /** The message's own data led to a side from which the effect is out of reach. */
      readonly awayIfTrue: boolean;
      readonly awayIfFalse: boolean;
    }
  | { readonly kind: 'active'; readonly whenTrue: MoveId; readonly whenFalse: MoveId }
  /** A branch of which one side cannot reach the effect any more. */
  | { readonly kind: 'turn'; readonly towards: MoveId; readonly away: MoveId }
  | { readonly kind: 'each'; readonly bit: number; readonly body: MoveId; readonly next: MoveId }
  | {
      readonly kind: 'transaction';
      readonly verb: 'begin' | 'commit' | 'abort' | 'send-offsets';
      readonly next: MoveId;
      readonly error: MoveId;
    }
  | {
      readonly kind: 'database';
      readonly verb: 'begin' | 'commit' | 'rollback';
      readonly next: MoveId;
      readonly error: MoveId;
    }
  | { readonly kind: 'position'; readonly how: 'commit' | 'resolve'; readonly next: MoveId; readonly error: MoveId }
  | { readonly kind: 'exit' }
  | { readonly kind: 'failure' };

/** One step with what a trace says about it. */
export type Move = Action & { readonly place: Place; readonly label: string };

/** How messages reach the unit and what moves its position. */
export interface Delivery {
  readonly kind: 'handler' | 'call';
  readonly autoCommit: boolean;
  readonly afterThrow: string;
  readonly inactiveAfterFailedCommit: boolean;
  readonly place: Place;
}

export interface Machine {
  readonly entry: MoveId;
  readonly moves: readonly Move[];
  /** By move: the bits of the slots that are still asked. */
  readonly slotMasks: readonly bigint[];
  readonly delivery: Delivery;
  readonly target: { readonly label: string; readonly place: Place; readonly produce: boolean };
  /** By guard number. */
  readonly guards: readonly { readonly label: string; readonly durable: boolean }[];
  /** True when some step can move the position or the offsets, so that a second message matters. */
  readonly movesPosition: boolean;
}
