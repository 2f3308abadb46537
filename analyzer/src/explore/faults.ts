import { aborted, abortedBy } from './effect-transitions.ts';
import { rolledBack } from './database-transitions.ts';
import { standsStill, zombieGone } from './delivery-transitions.ts';
import type { Machine, Move, MoveId } from './machine.ts';
import { changed, type State } from './state.ts';
import { unsettled } from './transaction-transitions.ts';
import { tell, thrownTo, type Run, type Successor, type Told, type Transitions } from './transition.ts';
import { stepped } from './dispatch.ts';
import { say } from './wording.ts';

/** Which faults a run may meet. */
export interface FaultKinds {
  /** The process dies. */
  readonly crash: boolean;
  /** A call fails, or takes effect and then fails. */
  readonly failure: boolean;
  /** The partition moves to another process while this one goes on. */
  readonly revoked: boolean;
}

/** The faults that can strike at a step. */
export function faults(run: Run, move: Move, state: State, kinds: FaultKinds): readonly Successor[] {
  const { transitions } = run;
  return [
    ...(kinds.crash ? transitions.crashed(run, move, state) : []),
    ...(kinds.failure ? transitions.failed(run, move, state) : []),
    ...(kinds.failure ? transitions.unanswered(run, move, state) : []),
    ...(kinds.revoked ? transitions.revoked(run, move, state) : []),
  ];
}

export const faultTransitions: Pick<Transitions, 'crashed' | 'failed' | 'unanswered' | 'revoked'> = {
  crashed: (run, move, state) => {
    if (!isCrashPoint(move)) return [];
    const told = tell(move, 'fault', say.crash(move, state, run.machine));
    if (state.role === 'zombie') return after(told, zombieGone(run, hit(state)));
    return after(told, run.transitions.restarted(run, move, hit(state)));
  },
  failed: (run, move, state) => {
    const at = errorOf(run.machine, move, state);
    if (at === undefined) return [];
    const told = tell(move, 'fault', say.fails(move.label));
    return [lost(state, thrownTo(hit(state), at, afterFailure(run, move, state), told))];
  },
  unanswered: (run, move, state) => {
    const at = errorOf(run.machine, move, state);
    if (at === undefined || !takesEffect(move)) return [];
    return stepped(run, move, changed(state, { thrown: 'none' })).flatMap((done) => unanswered(run, move, at, done));
  },
  revoked: (run, move, state) => {
    if (!isTurningPoint(move, state) || state.role !== 'only' || run.machine.delivery.kind === 'call') return [];
    if (state.position >= state.own && !mayStepBack(run.machine)) return [];
    const lasting = after(tell(move, 'fault', say.revoked(move)), standsStill(run, move, hit(state)));
    const leaving = changed(hit(state), { role: 'leaving' });
    return [...lasting, { state: leaving, told: tell(move, 'fault', say.leaving(move)), ghost: false }];
  },
};

/** Who commits the offset of a message that is behind the position makes the group go back to it. */
function mayStepBack({ moves }: Machine): boolean {
  return moves.some((move) => (move.kind === 'position' || move.kind === 'transaction') && move.offset?.next === false);
}

/** A crash elsewhere is a crash at the next of these; a record in memory is gone whenever the process dies. */
function isCrashPoint(move: Move): boolean {
  switch (move.kind) {
    case 'target':
    case 'claim':
    case 'transaction':
    case 'database':
    case 'position':
    case 'exit':
    case 'failure':
    case 'settled':
      return true;
    case 'record':
    case 'forget':
      return move.durable;
    default:
      return false;
  }
}

/**
 * A process that stands still ahead of a row does not keep it from its successor, one that has not looked yet sees what
 * its successor has done, one that has been fenced cannot send in its transaction any more, which it may end all the same
 * if the broker has not heard of it, and one that asks for its partition hears that it is gone.
 */
function isTurningPoint(move: Move, { transaction }: State): boolean {
  const meets =
    move.kind === 'sample'
      ? move.durable
      : move.kind === 'may-fail' && (move.row !== undefined || (move.into === 'kafka' && transaction === 'open'));
  const asks = move.kind === 'heartbeat' || move.kind === 'stale';
  return meets || asks || isCrashPoint(move);
}

/** Where a call goes when it fails; undefined for a step that cannot. */
function errorOf(machine: Machine, move: Move, { transaction }: State): MoveId | undefined {
  switch (move.kind) {
    case 'may-fail':
    case 'target':
      // The commit refuses, and its own error is taken to reach nobody either.
      return move.quiet === true && transaction === 'open' ? failureOf(machine) : move.error;
    case 'claim':
    case 'transaction':
    case 'database':
      return move.error;
    case 'position':
      return move.how === 'commit' ? move.error : undefined;
    case 'sample':
    case 'record':
    case 'forget':
      return move.durable ? move.error : undefined;
    default:
      return undefined;
  }
}

function failureOf({ moves }: Machine): MoveId | undefined {
  const id = moves.findIndex(({ kind }) => kind === 'failure');
  return id < 0 ? undefined : id;
}

/** A step whose effect can be there although it threw. */
function takesEffect(move: Move): boolean {
  // A rollback that is not answered is one all the same, and so is an abort.
  if (move.kind === 'transaction') return move.verb !== 'abort';
  if (move.kind === 'database') return move.verb !== 'rollback';
  return move.kind !== 'may-fail' && move.kind !== 'sample';
}

function hit(state: State): State {
  return changed(state, { faults: state.faults + 1, disturbed: true });
}

function after(told: readonly Told[], successors: readonly Successor[]): readonly Successor[] {
  return successors.map((successor) => ({ ...successor, told: [...told, ...successor.told] }));
}

/** What a call that failed without taking effect leaves behind. */
function afterFailure({ machine }: Run, move: Move, state: State): Partial<State> {
  if (move.kind === 'database') return move.verb === 'begin' ? refusedBegin(state) : rolledBack;
  if (move.kind !== 'transaction') return abortedBy(move, state);
  const isSettlement = move.verb === 'commit' || move.verb === 'abort';
  return isSettlement ? unsettled(machine, state) : {};
}

/** On a connection that has a transaction already, its begin is one more statement of that transaction. */
function refusedBegin({ database }: State): Partial<State> {
  return database === 'none' ? {} : aborted;
}

/** Outputs that were waiting for their commit and cannot be committed any more. */
function lost(before: State, successor: Successor): Successor {
  const { state } = successor;
  return { ...successor, ghost: before.pendingKafka > 0 && state !== 'end' && state.pendingKafka === 0 };
}

function unanswered({ machine }: Run, move: Move, at: MoveId, done: Successor): readonly Successor[] {
  // A step that failed by itself has no answer to lose.
  if (done.state === 'end' || done.state.thrown !== 'none') return [];
  const change = withoutAnswer(machine, move, done.state);
  const told = [...done.told, ...tell(move, 'fault', say.unanswered(move.label))];
  return [{ ...thrownTo(hit(done.state), at, change, told), ghost: done.ghost }];
}

/** What differs when a call took effect and its caller does not know. */
function withoutAnswer({ delivery }: Machine, move: Move, state: State): Partial<State> {
  // The connection is broken: what is open on it can only be rolled back.
  const broken = abortedBy(move, state);
  if (move.kind !== 'transaction') return broken;
  // A transaction without a handle is one that nobody can settle.
  if (move.verb === 'begin') return { transaction: 'left' };
  const isSpent = move.verb === 'commit' && delivery.client.failedSettlement === 'producer-unusable';
  return isSpent ? { transaction: 'spent' } : {};
}
