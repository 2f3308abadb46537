import type { Machine, Move } from './machine.ts';
import { redelivered, type State } from './state.ts';
import { applied, committed, isPending, targetTold, tell, to, type Step, type Successor } from './step.ts';
import { say } from './wording.ts';

/** Which faults a run may meet. */
export interface FaultKinds {
  /** The process dies. */
  readonly crash: boolean;
  /** A call fails, or takes effect and then fails. */
  readonly failure: boolean;
}

/** The faults that can strike at a step: the process dies before it, or it fails, or it is applied and then fails. */
export function faults(machine: Machine, move: Move, state: State, kinds: FaultKinds): readonly Successor[] {
  const hit: State = { ...state, faults: state.faults + 1, disturbed: true };
  const crashed = kinds.crash && CRASH_POINTS.has(move.kind) && !isForgetful(move) ? [crash(machine, move, hit)] : [];
  return kinds.failure ? [...crashed, ...failures(machine, move, state, hit)] : crashed;
}

/** A crash elsewhere is a crash at the next of these. */
const CRASH_POINTS: ReadonlySet<Move['kind']> = new Set([
  'target',
  'record',
  'claim',
  'transaction',
  'database',
  'position',
  'exit',
]);

/** A record in memory is as if it had never been, whenever the process dies. */
function isForgetful(move: Move): boolean {
  return move.kind === 'record' && !move.durable;
}

function failures(machine: Machine, move: Move, state: State, hit: State): readonly Successor[] {
  switch (move.kind) {
    case 'may-fail':
    case 'claim':
      return [to(hit, move.error, {}, tell(move, 'fault', say.fails(move.label)))];
    case 'record':
      return move.durable ? [to(hit, move.error, {}, tell(move, 'fault', say.fails(move.label)))] : [];
    case 'target':
      return targetFaults(move, state, hit);
    case 'transaction':
      return transactionFaults(machine, move, state, hit);
    default:
      return [];
  }
}

function targetFaults(move: Step<'target'>, state: State, hit: State): readonly Successor[] {
  const refused = to(hit, move.error, {}, tell(move, 'fault', say.fails(move.label)));
  if (isPending(move, state)) return [refused];
  const change = applied(move, state);
  const unanswered = to(hit, move.error, { ...change, faults: hit.faults, disturbed: true }, [
    ...targetTold(move, state),
    ...tell(move, 'fault', say.unanswered(move.label)),
  ]);
  return [refused, unanswered];
}

function transactionFaults(
  machine: Machine,
  move: Step<'transaction'>,
  state: State,
  hit: State,
): readonly Successor[] {
  if (move.verb === 'abort') return [];
  if (move.verb === 'begin') return [to(hit, move.error, {}, tell(move, 'fault', say.fails(move.label)))];
  if (move.verb === 'send-offsets') return [to(hit, move.error, {}, tell(move, 'fault', say.fails(move.label)))];
  const spent: State['transaction'] = machine.delivery.inactiveAfterFailedCommit ? 'spent' : 'open';
  const dropped = { transaction: spent, pendingKafka: 0, pendingPosition: 0 } as const;
  return [
    { ...to(hit, move.error, dropped, tell(move, 'fault', say.fails(move.label))), ghost: state.pendingKafka > 0 },
    to(hit, move.error, { ...committed(state), transaction: spent }, tell(move, 'fault', say.unanswered(move.label))),
  ];
}

/** The process dies in a state, wherever that is. */
export function crashAt(machine: Machine, state: State): Successor | undefined {
  const move = machine.moves[state.at];
  return move === undefined ? undefined : crash(machine, move, { ...state, faults: state.faults + 1, disturbed: true });
}

/** The process dies: a new one reads from the group's position. */
function crash(machine: Machine, move: Move, hit: State): Successor {
  const told = tell(move, 'fault', say.crash(move, hit, machine));
  const ghost = hit.pendingKafka > 0;
  if (machine.delivery.kind === 'handler' && hit.position >= 1) return { state: 'end', told, ghost };
  const again = redelivered(hit, machine.entry, 1, true);
  return { state: again, told: [...told, { kind: 'replay', message: say.replay(machine.delivery), move }], ghost };
}
