import type { TraceKind } from '../facts/trace.ts';
import type { Machine, Move, MoveId } from './machine.ts';
import { slotValue, withSlot } from '../scopes/live-slots.ts';
import { latest, more, redelivered, type State } from './state.ts';
import { say } from './wording.ts';

/** What a trace tells about one step of a run; silent steps have none. */
export interface Told {
  readonly kind: TraceKind;
  readonly message: string;
  readonly move: Move | undefined;
}

/** A state that may follow, or the end of the run. `ghost`: something pending was thrown away. */
export interface Successor {
  readonly state: State | 'end';
  readonly told: readonly Told[];
  readonly ghost: boolean;
}

export type Step<K extends Move['kind']> = Move & { readonly kind: K };

export function to(state: State, at: MoveId, change: Partial<State> = {}, told: readonly Told[] = []): Successor {
  return { state: { ...state, ...change, at }, told, ghost: false };
}

export function tell(move: Move, kind: TraceKind, message: string): readonly Told[] {
  return [{ kind, message, move }];
}

/** The ways on from a state when nothing goes wrong. */
export function regularSteps(machine: Machine, move: Move, state: State, redeliver: boolean): readonly Successor[] {
  switch (move.kind) {
    case 'go':
      return move.next.map((next) => to(state, next));
    case 'may-fail':
      return [to(state, move.next)];
    case 'target':
      return [to(state, move.next, applied(move, state), targetTold(move, state))];
    case 'sample':
      return [sampled(machine, move, state)];
    case 'record':
      return [to(state, move.next, recorded(move, state), recordTold(machine, move, state))];
    case 'claim':
      return [claimed(move, state)];
    case 'test':
      return [to(state, has(state.answers, move.guard) ? move.recorded : move.fresh)];
    case 'tell':
      return [to(state, move.next, { slots: withSlot(state.slots, move.slot, move.value) })];
    case 'ask':
      return asked(move, state);
    case 'active':
      return [to(state, state.transaction === 'open' ? move.whenTrue : move.whenFalse)];
    case 'turn':
      return [
        to(state, move.towards),
        to(state, move.away, { away: state.away || (state.message === 1 && !state.ran) }),
      ];
    case 'each':
      return looped(move, state);
    case 'transaction':
      return transactionSteps(move, state);
    case 'database':
      return databaseSteps(move, state);
    case 'position':
      return [to(state, move.next, positioned(move, state), tell(move, 'offset', say.position(move, state.message)))];
    case 'exit':
      return exits(machine, move, state);
    case 'failure':
      return [failed(machine, move, state, redeliver)];
  }
}

function has(bits: number, guard: number): boolean {
  return (bits & (1 << guard)) !== 0;
}

export function applied(move: Step<'target'>, state: State): Partial<State> {
  if (state.message === 2) return {};
  // Without a disturbance a second run in one delivery is about another item: a loop, not a repeat.
  if (state.ran && !state.disturbed) return {};
  const change: Partial<State> = { ran: true, ...ownRecord(move, state) };
  if (move.into === 'database' && state.dbOpen)
    return { ...change, pendingDb: counted(move, state.pendingDb, state.applied) };
  if (move.into === 'kafka' && state.transaction === 'open')
    return { ...change, pendingKafka: more(state.pendingKafka) };
  return { ...change, applied: counted(move, state.applied, 0) };
}

/** A check that is followed by the insert it looks for: the effect is the record. */
function ownRecord({ records }: Step<'target'>, state: State): Partial<State> {
  if (records === undefined) return {};
  const bit = 1 << records;
  return state.dbOpen ? { pendingMarks: state.pendingMarks | bit } : { marks: state.marks | bit };
}

function counted(move: Step<'target'>, count: 0 | 1 | 2, already: 0 | 1 | 2): 0 | 1 | 2 {
  if (move.repeat === 'count') return more(count);
  return already > 0 ? count : 1;
}

export function targetTold(move: Step<'target'>, state: State): readonly Told[] {
  if (state.message === 2 || (state.ran && !state.disturbed)) return [];
  return tell(move, 'effect', say.effect(move.label, isPending(move, state), state));
}

/** Whether the effect only counts once a transaction around it commits. */
export function isPending(move: Step<'target'>, state: State): boolean {
  return (move.into === 'database' && state.dbOpen) || (move.into === 'kafka' && state.transaction === 'open');
}

function sampled(machine: Machine, move: Step<'sample'>, state: State): Successor {
  const guard = machine.guards[move.guard];
  const found =
    state.message === 1 && has(guard?.durable === true ? state.marks | state.pendingMarks : state.memory, move.guard);
  const answers = found ? state.answers | (1 << move.guard) : state.answers & ~(1 << move.guard);
  return to(
    state,
    move.next,
    { answers },
    state.message === 1 ? tell(move, 'guard', say.lookup(guard?.label ?? move.label, found)) : [],
  );
}

function recorded(move: Step<'record'>, state: State): Partial<State> {
  if (state.message === 2) return {};
  const bit = 1 << move.guard;
  if (!move.durable) return { memory: state.memory | bit };
  return state.dbOpen ? { pendingMarks: state.pendingMarks | bit } : { marks: state.marks | bit };
}

function recordTold(machine: Machine, move: Step<'record'>, state: State): readonly Told[] {
  return state.message === 2
    ? []
    : tell(
        move,
        'guard',
        say.record(machine.guards[move.guard]?.label ?? move.label, machine.guards[move.guard]?.durable === true),
      );
}

function claimed(move: Step<'claim'>, state: State): Successor {
  const bit = 1 << move.guard;
  const found = state.message === 1 && has(state.marks | state.pendingMarks, move.guard);
  if (found) {
    const told = tell(move, 'guard', say.lookup(move.label, true));
    return to(state, move.taken ?? move.next, { answers: state.answers | bit }, told);
  }
  const change = recorded({ ...move, kind: 'record', durable: true }, state);
  const told = state.message === 1 ? tell(move, 'guard', say.record(move.label, true)) : [];
  return to(state, move.next, { ...change, answers: state.answers & ~bit }, told);
}

function asked(move: Step<'ask'>, state: State): readonly Successor[] {
  const told = slotValue(state.slots, move.slot);
  const answers = told === undefined ? [true, false] : [told];
  return answers.map((truth) => {
    const isAway = (truth ? move.awayIfTrue : move.awayIfFalse) && state.message === 1 && !state.ran;
    const change = { slots: withSlot(state.slots, move.slot, truth), away: state.away || isAway };
    return to(state, truth ? move.whenTrue : move.whenFalse, change);
  });
}

/** The body runs for one element at most: the others are other runs. */
function looped(move: Step<'each'>, state: State): readonly Successor[] {
  if (has(state.loops, move.bit)) return [to(state, move.next)];
  const loops = state.loops | (1 << move.bit);
  return [to(state, move.body, { loops }), to(state, move.next, { loops })];
}

function transactionSteps(move: Step<'transaction'>, state: State): readonly Successor[] {
  switch (move.verb) {
    case 'begin':
      if (state.transaction === 'spent') return [to(state, move.error)];
      return [
        to(
          state,
          move.next,
          { transaction: 'open', pendingKafka: 0, pendingPosition: 0 },
          tell(move, 'begin', say.begin),
        ),
      ];
    case 'send-offsets':
      return [to(state, move.next, { pendingPosition: state.message }, tell(move, 'offset', say.sendOffsets))];
    case 'commit':
      return [to(state, move.next, committed(state), tell(move, 'commit', say.commit(state)))];
    case 'abort': {
      const ghost = state.pendingKafka > 0;
      const change = { transaction: 'none', pendingKafka: 0, pendingPosition: 0 } as const;
      return [{ ...to(state, move.next, change, tell(move, 'abort', say.abort)), ghost }];
    }
  }
}

export function committed(state: State): Partial<State> {
  return {
    transaction: 'none',
    applied: more(state.applied, state.pendingKafka),
    pendingKafka: 0,
    position: latest(state.position, state.pendingPosition),
    pendingPosition: 0,
  };
}

function databaseSteps(move: Step<'database'>, state: State): readonly Successor[] {
  switch (move.verb) {
    case 'begin':
      return [to(state, move.next, { dbOpen: true })];
    case 'commit':
      return [to(state, move.next, dbCommitted(state), state.dbOpen ? tell(move, 'commit', say.dbCommit) : [])];
    case 'rollback':
      return [to(state, move.next, { dbOpen: false, pendingDb: 0, pendingMarks: 0 })];
  }
}

function dbCommitted(state: State): Partial<State> {
  return {
    dbOpen: false,
    applied: more(state.applied, state.pendingDb),
    pendingDb: 0,
    marks: state.marks | state.pendingMarks,
    pendingMarks: 0,
  };
}

function positioned(move: Step<'position'>, state: State): Partial<State> {
  return move.how === 'resolve'
    ? { resolved: latest(state.resolved, state.message) }
    : { position: latest(state.position, state.message) };
}

/** The handler returned: the message counts as processed in memory, and, with auto-commit, soon for good. */
function exits(machine: Machine, move: Move, state: State): readonly Successor[] {
  const { delivery } = machine;
  if (delivery.kind === 'call') return [end()];
  const done: State = {
    ...state,
    resolved: latest(state.resolved, state.message),
    transaction: 'none',
    pendingKafka: 0,
    dbOpen: false,
    pendingDb: 0,
  };
  const position = delivery.autoCommit ? latest(done.position, done.resolved) : done.position;
  const after: State = { ...done, position };
  if (after.message === 2 || !machine.movesPosition) return [end()];
  return [
    {
      state: redelivered(after, machine.entry, 2, false),
      told: [{ kind: 'receive', message: say.second, move }],
      ghost: false,
    },
  ];
}

function end(): Successor {
  return { state: 'end', told: [], ghost: false };
}

/** The handler threw: the library hands the message over again, in the same process. */
function failed(machine: Machine, move: Move, state: State, redeliver: boolean): Successor {
  const again = redelivered(state, machine.entry, state.message, false);
  if (!redeliver) return end();
  // What was resolved before the exception is not handed over again.
  if (state.resolved >= state.message && machine.delivery.kind === 'handler') return end();
  const told: Told = { kind: 'replay', message: say.afterThrow(machine.delivery), move };
  return { state: again, told: [told], ghost: state.pendingKafka > 0 };
}
