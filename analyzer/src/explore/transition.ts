import type { TraceKind } from '../facts/trace.ts';
import type { Machine, Move, MoveId, MoveOf } from './machine.ts';
import { changed, type State } from './state.ts';

/** What a trace tells about one step of a run; silent steps have none. Without a move it happens at the first line. */
export interface Told {
  readonly kind: TraceKind;
  readonly message: string;
  readonly move: Move | undefined;
  /** Of a guard that does not decide the effect: told only in a run in which it has let a message not pass. */
  readonly aside?: { readonly guard: number; readonly found: boolean };
}

/**
 * A state that may follow, or the end of the run. `ghost`: something pending was thrown away. `byHand`: somebody starts a
 * new process, if nothing else helps.
 */
export interface Successor {
  readonly state: State | 'end';
  readonly told: readonly Told[];
  readonly ghost: boolean;
  readonly byHand?: true;
}

/** What every transition may ask for. */
export interface Run {
  readonly machine: Machine;
  readonly transitions: Transitions;
  /** False: a run ends when the handler throws. */
  readonly redeliver: boolean;
}

export type Transition<M extends Move = Move> = (run: Run, move: M, state: State) => readonly Successor[];

/**
 * The model: what each step and each fault does to a state. It is a value, so that a proof can put a wrong transition in
 * the place of a right one and see the verdicts change.
 */
export interface Transitions {
  readonly go: Transition<MoveOf<'go'>>;
  readonly mayFail: Transition<MoveOf<'may-fail'>>;
  readonly target: Transition<MoveOf<'target'>>;
  readonly sample: Transition<MoveOf<'sample'>>;
  readonly record: Transition<MoveOf<'record'>>;
  readonly forget: Transition<MoveOf<'forget'>>;
  readonly claim: Transition<MoveOf<'claim'>>;
  readonly test: Transition<MoveOf<'test'>>;
  readonly violation: Transition<MoveOf<'violation'>>;
  readonly tell: Transition<MoveOf<'tell'>>;
  readonly number: Transition<MoveOf<'number'>>;
  readonly ask: Transition<MoveOf<'ask'>>;
  readonly active: Transition<MoveOf<'active'>>;
  readonly stale: Transition<MoveOf<'stale'>>;
  readonly heartbeat: Transition<MoveOf<'heartbeat'>>;
  readonly turn: Transition<MoveOf<'turn'>>;
  readonly count: Transition<MoveOf<'count'>>;
  readonly each: Transition<MoveOf<'each'>>;
  readonly batch: Transition<MoveOf<'batch'>>;
  readonly leave: Transition<MoveOf<'leave'>>;
  readonly detach: Transition<MoveOf<'detach'>>;
  readonly settled: Transition<MoveOf<'settled'>>;
  readonly begin: Transition<MoveOf<'transaction'>>;
  readonly sendOffsets: Transition<MoveOf<'transaction'>>;
  readonly commit: Transition<MoveOf<'transaction'>>;
  readonly abort: Transition<MoveOf<'transaction'>>;
  readonly dbBegin: Transition<MoveOf<'database'>>;
  readonly dbCommit: Transition<MoveOf<'database'>>;
  readonly dbRollback: Transition<MoveOf<'database'>>;
  readonly commitOffset: Transition<MoveOf<'position'>>;
  readonly resolveOffset: Transition<MoveOf<'position'>>;
  /** The handler returns, and throws. */
  readonly returned: Transition;
  readonly thrown: Transition;
  /** It returns, and the consumer goes back to the message. */
  readonly sought: Transition;
  /** The process ends itself. */
  readonly quit: Transition;
  /** A new process reads from the group's position: after a crash, and after its partition was given away. */
  readonly restarted: Transition;
  readonly takenOver: Transition;
  /** The faults: what may go wrong at a step. */
  readonly crashed: Transition;
  readonly failed: Transition;
  readonly unanswered: Transition;
  readonly revoked: Transition;
}

export function to(state: State, at: MoveId, change: Partial<State> = {}, told: readonly Told[] = []): Successor {
  return { state: changed(state, change, at), told, ghost: false };
}

/** The way of an exception. */
export function thrownTo(state: State, at: MoveId, change: Partial<State> = {}, told: readonly Told[] = []): Successor {
  return to(state, at, { thrown: 'plain', ...change }, told);
}

export function tell(move: Move, kind: TraceKind, message: string): readonly Told[] {
  return [{ kind, message, move }];
}

export const end: Successor = { state: 'end', told: [], ghost: false };
