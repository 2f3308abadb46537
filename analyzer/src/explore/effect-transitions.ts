import type { Machine, Move, MoveOf, RecordBeside } from './machine.ts';
import { changed, increment, isOwn, isOwnMessage, MOST_GUARDS, processOf, type Count, type State } from './state.ts';
import { tell, thrownTo, to, type Run, type Successor, type Told, type Transitions } from './transition.ts';
import { say } from './wording.ts';

/** What effects and the guards around them do. */
export const effectTransitions: Pick<
  Transitions,
  'mayFail' | 'target' | 'sample' | 'record' | 'forget' | 'claim' | 'test' | 'violation'
> = {
  mayFail: (run, move, state) => {
    if (isRefused(move, state) || isOutOfTransaction(move, state)) return [thrownTo(state, move.error)];
    if (isBlocked(state, rowOf(move, state))) return waiting(run, state);
    return [to(state, move.next, { ...registering(move, state), ...locking(move, state) })];
  },
  target: (run, move, state) => {
    if (isRefused(move, state) || isOutOfTransaction(move, state)) return [thrownTo(state, move.error)];
    if (isBlocked(state, rowOf(move, state))) return waiting(run, state);
    return move.claims === undefined
      ? [applied(move, withBeside(move, state))]
      : appliedOnce(run, move, state, move.claims);
  },
  sample: (run, move, state) => {
    if (isRefused(move, state)) return [thrownTo(state, move.error)];
    const bit = bitOf(state, move.guard);
    const locks = move.locks === true && state.database === 'open' ? bit : 0;
    if (isBlocked(state, locks)) return waiting(run, state);
    const guard = run.machine.guards[move.guard];
    const known = move.durable ? visible(state) : state.memory;
    const asked = [move.guard, ...(move.also ?? [])];
    const answers = asked.reduce((all, each) => answered(all, each, has(known, bitOf(state, each))), state.answers);
    const telling = asked.find((each) => has(known, bitOf(state, each))) ?? move.guard;
    const found = has(known, bitOf(state, telling));
    const message = say.lookup(guard?.label ?? move.label, found);
    const told = guardTold(run.machine, { ...move, guard: telling }, state, { message, found });
    return [to(state, move.next, { answers, locks: state.locks | locks }, told)];
  },
  record: (run, move, state) => {
    if (isRefused(move, state)) return [thrownTo(state, move.error)];
    const after = withBeside(move, state);
    const change = remembered(around(move, after), move.guard, move.durable);
    return [to(after, move.next, change, recordTold(run.machine, move, state))];
  },
  forget: (_run, move, state) => {
    if (isRefused(move, state)) return [thrownTo(state, move.error)];
    const after = withBeside(move, state);
    return [to(after, move.next, forgotten(around(move, after), move.guard, move.durable))];
  },
  claim: (run, move, state) => {
    if (isRefused(move, state)) return [thrownTo(state, move.error)];
    const bit = bitOf(state, move.guard);
    if (isBlocked(state, bit)) return waiting(run, state);
    if (!has(visible(state), bit)) {
      const after = withBeside(move, state);
      const claimed = changed(after, remembered(around(move, after), move.guard, true));
      const looked = move.records === undefined ? {} : remembered(around(move, claimed), move.records, true);
      const change = { ...looked, answers: answered(state.answers, move.guard, false) };
      // Who looks for the record ahead of the claim is whom its being there keeps back.
      const looking = move.records === undefined ? undefined : run.machine.guards[move.records];
      const guard = looking?.decides === true ? (move.records ?? move.guard) : move.guard;
      return [to(claimed, move.next, change, recordTold(run.machine, { ...move, guard }, state))];
    }
    if (move.taken !== undefined) return [violated(move, state, move.taken)];
    const told = guardTold(run.machine, move, state, { message: say.lookup(move.label, true), found: true });
    return [to(state, move.next, { answers: answered(state.answers, move.guard, true) }, told)];
  },
  test: (_run, move, state) => [to(state, has(state.answers, 1 << move.guard) ? move.recorded : move.fresh)],
  violation: (_run, move, state) => [to(state, state.thrown === 'violation' ? move.whenTrue : move.whenFalse)],
};

function has(bits: number, bit: number): boolean {
  return (bits & bit) !== 0;
}

/** A database that has refused one statement of a transaction refuses the others. */
function isRefused(move: { readonly aborting?: true }, state: State): boolean {
  return move.aborting === true && state.database === 'aborted';
}

/** A transaction that was settled, or taken away, takes nothing any more; neither does one that refuses plain sends. */
function isOutOfTransaction(move: MoveOf<'target' | 'may-fail'>, { transaction, fenced }: State): boolean {
  if (move.refusedInside === true) return transaction === 'open';
  return move.into === 'kafka' && (transaction === 'ended' || transaction === 'spent' || fenced);
}

/** With what is sent first the broker learns of a transaction. */
function registering({ into }: MoveOf<'target' | 'may-fail'>, { transaction }: State): Partial<State> {
  return into === 'kafka' && transaction === 'open' ? { registered: true } : {};
}

/** The durable records that this process sees: those that are committed, and its own. */
function visible(state: State): number {
  return state.marks | state.pendingMarks;
}

function bitOf(state: State, guard: number): number {
  const shift = isOwn(state) ? 0 : isOwnMessage(state) ? MOST_GUARDS : 2 * MOST_GUARDS;
  return 1 << (guard + shift);
}

function answered(answers: number, guard: number, found: boolean): number {
  const bit = 1 << guard;
  return found ? answers | bit : answers & ~bit;
}

/**
 * Messages that come one at a time do not see each other's records: those of the later one are kept only where it may be
 * handed over until its record lets it pass, those of the earlier one because the group may go back to it.
 */
function isKept(state: State): boolean {
  const isObstructed = state.transaction === 'spent' || state.transaction === 'left';
  return state.own === 2 || state.size === 2 || isOwnMessage(state) || isObstructed;
}

/** The state as a step sees it that takes no part in the database's transaction. */
function around({ outside }: Pick<Move, 'outside'>, state: State): State {
  return outside === true ? changed(state, { database: 'none' }) : state;
}

/** What a write leaves, and what gives way to it, beside the record that its move is about. */
function withBeside(move: Move & { readonly beside?: readonly RecordBeside[] }, state: State): State {
  return (move.beside ?? []).reduce((after, { guard, there }) => {
    const seen = around(move, after);
    return changed(after, there ? remembered(seen, guard, true) : forgotten(seen, guard, true));
  }, state);
}

function remembered(state: State, guard: number, durable: boolean): Partial<State> {
  if (!isKept(state)) return {};
  const bit = bitOf(state, guard);
  if (!durable) return { memory: state.memory | bit };
  return state.database === 'none' ? { marks: state.marks | bit } : { pendingMarks: state.pendingMarks | bit };
}

function forgotten(state: State, guard: number, durable: boolean): Partial<State> {
  const bit = bitOf(state, guard);
  if (!durable) return { memory: state.memory & ~bit };
  return state.database === 'none'
    ? { marks: state.marks & ~bit }
    : { pendingMarks: state.pendingMarks & ~bit, marks: state.marks & ~bit };
}

function recordTold(machine: Machine, move: MoveOf<'record' | 'claim'>, state: State): readonly Told[] {
  const guard = machine.guards[move.guard];
  const message = say.record(guard?.label ?? move.label, guard?.durable === true);
  return guardTold(machine, move, state, { message, found: false });
}

function guardTold(
  machine: Machine,
  move: MoveOf<'sample' | 'record' | 'claim'>,
  state: State,
  { message, found }: { readonly message: string; readonly found: boolean },
): readonly Told[] {
  if (!isOwn(state)) return [];
  const told: Told = { kind: 'guard', message, move };
  return [machine.guards[move.guard]?.decides === false ? { ...told, aside: { guard: move.guard, found } } : told];
}

/** A second row under a unique key: the statement fails, and in PostgreSQL the transaction with it. */
function violated(move: MoveOf<'target' | 'claim'>, state: State, at: number): Successor {
  const told = isOwn(state) ? tell(move, 'guard', say.violation(move.label)) : [];
  return to(state, at, { thrown: 'violation', ...abortedBy(move, state) }, told);
}

/** What was pending in an aborted transaction can only be rolled back. */
export const aborted = { database: 'aborted', pendingDb: 0, pendingMarks: 0 } as const;

/** What a statement that failed does to the transaction it runs in. */
export function abortedBy(move: { readonly aborting?: true }, state: State): Partial<State> {
  return move.aborting === true && state.database === 'open' ? aborted : {};
}

/** The effect is itself the record under a unique key. */
function appliedOnce(
  run: Run,
  move: MoveOf<'target'>,
  state: State,
  { guard, throws }: NonNullable<MoveOf<'target'>['claims']>,
): readonly Successor[] {
  const bit = bitOf(state, guard);
  if (isBlocked(state, bit)) return waiting(run, state);
  const found = has(visible(state), bit);
  if (found && throws) return [violated(move, state, move.error)];
  const answers = answered(state.answers, guard, found);
  const after = found ? state : withBeside(move, state);
  return [applied(move, found ? after : changed(after, remembered(around(move, after), guard, true)), { answers })];
}

/** The bit of the row that a statement writes. */
function rowOf({ row }: { readonly row?: number }, state: State): number {
  return row === undefined ? 0 : bitOf(state, row);
}

/** The row is nobody else's until the transaction ends. */
function locking(move: { readonly row?: number }, state: State): Partial<State> {
  return move.row === undefined || state.database === 'none' ? {} : { locks: state.locks | rowOf(move, state) };
}

/** The other process has inserted the same key, or locked the row, in a transaction that is still open. */
function isBlocked({ paused }: State, bit: number): boolean {
  return paused !== undefined && has(paused.pendingMarks | paused.locks, bit);
}

/** Until that transaction ends the other process goes on, and this one waits. Two that wait for each other are no run. */
function waiting(run: Run, state: State): readonly Successor[] {
  const { paused } = state;
  if (paused === undefined || state.role === 'zombie') return [];
  const told: Told = { kind: 'replay', message: say.waits, move: run.machine.moves[paused.at] };
  return [{ state: changed(state, { ...paused, paused: processOf(state) }), told: [told], ghost: false }];
}

function applied(move: MoveOf<'target'>, state: State, more: Partial<State> = {}): Successor {
  // It is a record all the same, which lets the other message pass.
  const beside = { ...registering(move, state), ...locking(move, state), ...ownRecord(move, state), ...more };
  if (!isApplication(state)) return to(state, move.next, beside);
  const change = { ran: true, ...beside, ...counted(move, state) };
  return to(state, move.next, change, tell(move, 'effect', say.effect(move.label, isPending(move, state), state)));
}

/** Without a disturbance a second run in one delivery is about another item: a loop, not a repeat. */
function isApplication(state: State): boolean {
  return isOwn(state) && (!state.ran || state.disturbed);
}

function counted(move: MoveOf<'target'>, state: State): Partial<State> {
  const { applied: times, pendingDb, pendingKafka } = state;
  if (move.into === 'database' && state.database !== 'none') return { pendingDb: increased(move, pendingDb, times) };
  if (move.into === 'kafka' && state.transaction === 'open') return { pendingKafka: increment(pendingKafka) };
  return { applied: increased(move, times, 0) };
}

function increased(move: MoveOf<'target'>, count: Count, already: Count): Count {
  if (move.repeat === 'count') return increment(count);
  return already > 0 ? count : 1;
}

/** A check that is followed by the insert it looks for: the effect is the record. */
function ownRecord(move: MoveOf<'target'>, state: State): Partial<State> {
  const { records } = move;
  return records === undefined ? {} : remembered(around(move, state), records, true);
}

/** Whether the effect only counts once a transaction around it commits. */
function isPending(move: MoveOf<'target'>, state: State): boolean {
  return (
    (move.into === 'database' && state.database !== 'none') || (move.into === 'kafka' && state.transaction === 'open')
  );
}
