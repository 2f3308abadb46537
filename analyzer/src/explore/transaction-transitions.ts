import type { OffsetValue } from '../recognize/offset-value.ts';
import { isBeforeOwn } from './loop-transitions.ts';
import type { Machine, MoveOf } from './machine.ts';
import { changed, hasLostPartition, increment, latest, type Count, type Process, type State } from './state.ts';
import { tell, thrownTo, to, type Successor, type Transitions } from './transition.ts';
import { say } from './wording.ts';

/** What Kafka transactions and offset commits do. */
export const transactionTransitions: Pick<
  Transitions,
  'begin' | 'sendOffsets' | 'commit' | 'abort' | 'commitOffset' | 'resolveOffset'
> = {
  begin: (_run, move, state) => {
    if (isRefused(move, state)) return [thrownTo(state, move.error)];
    const opener = state.transaction === 'open' ? -1 : (move.site ?? 0);
    const fenced = state.fenced && move.anew !== true;
    const change: Partial<State> = { ...NOTHING_PENDING, transaction: 'open', opener, fenced };
    return [fencing(move, to(state, move.next, change, tell(move, 'begin', say.begin)))];
  },
  sendOffsets: (run, move, state) => {
    const { client } = run.machine.delivery;
    if (isSettled(state) || state.fenced) return [thrownTo(state, move.error)];
    if (client.sendOffsetsCarryGeneration && isGoneWithout(run.machine, state)) return [thrownTo(state, move.error)];
    const marked = valueOf(move.offset, state);
    const change = { pendingPosition: marked, marked, registered: true };
    return [to(state, move.next, change, tell(move, 'offset', say.sendOffsets))];
  },
  commit: (run, move, state) => {
    if (isSettled(state)) return [thrownTo(state, move.error)];
    if (state.transaction === 'left') return [to(state, move.next)];
    if (isTakenAway(state)) return [thrownTo(state, move.error, unsettled(run.machine, state))];
    return [to(state, move.next, committed(state), tell(move, 'commit', say.commit(state)))];
  },
  abort: (run, move, state) => {
    if (isSettled(state)) return [thrownTo(state, move.error)];
    // The handle of an earlier delivery is out of reach.
    if (state.transaction === 'left') return [to(state, move.next)];
    if (isTakenAway(state)) return [thrownTo(state, move.error, unsettled(run.machine, state))];
    const ghost = state.pendingKafka > 0;
    const done = to(state, move.next, dropped(state, 'ended'), tell(move, 'abort', say.abort));
    return [{ ...done, ghost }];
  },
  commitOffset: (run, move, state) => {
    if (isCommitRefused(run.machine, state)) return [thrownTo(state, move.error)];
    const marked = valueOf(move.offset, state);
    return [to(state, move.next, { position: marked, marked }, tell(move, 'offset', say.commitOffset(marked)))];
  },
  resolveOffset: (_run, move, state) => {
    // The library adds one by itself: whoever passes the next offset skips a message.
    const own = valueOf({ of: 'current', ...move.offset, next: true }, state);
    const resolved = latest(state.resolved, move.offset?.next === true ? increment(own) : own);
    return [to(state, move.next, { resolved }, tell(move, 'offset', say.resolveOffset))];
  },
};

/** A transaction that was never settled, or could not be, stands in the way of the next one. */
function isRefused(move: MoveOf<'transaction'>, { transaction, opener }: State): boolean {
  if (move.anew === true) return false;
  const isOpen = transaction === 'open' && opener === (move.site ?? 0);
  return transaction === 'spent' || transaction === 'left' || isOpen;
}

/** A begin with the same transactional id takes it from the process that stands still. */
function fencing(move: MoveOf<'transaction'>, successor: Successor): Successor {
  const { state } = successor;
  if (state === 'end' || state.paused?.role !== 'zombie' || move.fences !== true) return successor;
  const ghost = state.paused.pendingKafka > 0;
  const paused: Process = { ...state.paused, pendingKafka: 0, pendingPosition: undefined, fenced: true };
  return { ...successor, ghost, state: changed(state, { paused }) };
}

function isSettled({ transaction }: State): boolean {
  return transaction === 'ended' || transaction === 'spent';
}

/** Of a transaction in which nothing was sent the broker is not asked, so nobody refuses to end it. */
function isTakenAway({ fenced, registered }: State): boolean {
  return fenced && registered;
}

/** What a settlement that the broker refuses, or never hears of, leaves behind. */
export function unsettled({ delivery }: Machine, state: State): Partial<State> {
  return delivery.client.failedSettlement === 'producer-unusable' ? dropped(state, 'spent') : {};
}

/** Whether the group takes no offset from this process any more. */
export function isCommitRefused({ delivery }: Machine, state: State): boolean {
  return delivery.client.offsetCommitsCarryGeneration && isGoneWithout({ delivery }, state);
}

/** Whether the group has gone on without this process: one that awaits handlers goes on when they are done. */
export function isGoneWithout({ delivery }: Pick<Machine, 'delivery'>, state: State): boolean {
  if (!hasLostPartition(state)) return false;
  return state.role === 'zombie' || !delivery.client.awaitsHandlerBeforeRevocation;
}

/** The messages that an offset stands for, from the first one on. A group goes back to an earlier one, if it is told so. */
function valueOf(offset: OffsetValue | undefined, state: State): Count {
  if (offset?.joined === true) return 2;
  // What is behind the group's position is not among those that wait for a commit.
  if (offset?.of === 'resolved') return latest(state.position, state.resolved);
  const message = messageOf(offset, state);
  if (offset?.next !== false) return message;
  return message === 2 ? 1 : 0;
}

function messageOf(offset: OffsetValue | undefined, state: State): Count {
  const { current, first, last } = state;
  if (offset?.part === true && current === 0) return lastOfPart(state);
  if (offset?.of === 'first') return first;
  return offset?.of === 'last' || current === 0 ? last : current;
}

/** The part before the judged message ends before it. */
function lastOfPart(state: State): Count {
  const { own, other, first, last } = state;
  if (isBeforeOwn(state)) return own === 2 ? 1 : 0;
  return other < 0 && first <= own && own <= last ? own : last;
}

/** The outcome of a commit that took effect. */
function committed(state: State): Partial<State> {
  return {
    ...dropped(state, 'ended'),
    applied: increment(state.applied, state.pendingKafka),
    position: state.pendingPosition ?? state.position,
  };
}

/** Nothing is pending any more. Of several transactions that were open at once it is not known which one is left. */
function dropped(
  { opener }: Pick<State, 'opener'>,
  transaction: State['transaction'],
): Pick<State, 'transaction' | 'opener' | keyof typeof NOTHING_PENDING> {
  const after = transaction === 'ended' && opener === -1 ? 'none' : transaction;
  return { ...NOTHING_PENDING, transaction: after, opener: -1 };
}

export const NOTHING_PENDING = { registered: false, pendingKafka: 0, pendingPosition: undefined } as const;
