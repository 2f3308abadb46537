import type { Machine, Move } from './machine.ts';
import { changed, latest, newProcess, processOf, recordsOf, type Count, type Detached, type State } from './state.ts';
import { end, tell, to, type Run, type Successor, type Told, type Transition, type Transitions } from './transition.ts';
import { isCommitRefused, NOTHING_PENDING } from './transaction-transitions.ts';
import { rolledBack } from './database-transitions.ts';
import { say } from './wording.ts';

/** How messages reach a handler, what becomes of the position when it is done, and who goes on after a fault. */
export const deliveryTransitions: Pick<
  Transitions,
  'detach' | 'settled' | 'returned' | 'thrown' | 'sought' | 'quit' | 'restarted' | 'takenOver'
> = {
  detach: (_run, move, state) => {
    const now = to(state, move.now);
    const never = move.maybe ? [to(state, move.next, { away: true })] : [];
    const isFull = state.detached.length >= MOST_DETACHED || state.settling !== 'no';
    if (isFull) return [now, ...never];
    const { current, other } = state;
    const detached: readonly Detached[] = [...state.detached, { at: move.later, current, other }];
    return [now, to(state, move.next, { detached }), ...never];
  },
  settled: (run, move, state) => afterHandler(run, move, state),
  returned: (run, move, state) => {
    const { delivery } = run.machine;
    const resolved = delivery.batch && !delivery.autoResolve ? state.resolved : latest(state.resolved, state.last);
    return leftBehind(run, move, moved(run.machine, changed(state, { resolved })), 'returned');
  },
  thrown: (run, move, state) => {
    return run.redeliver ? leftBehind(run, move, moved(run.machine, state), 'thrown') : [end];
  },
  sought: (run, move, state) => {
    const resolved = state.current === 2 ? 1 : latest(state.resolved, state.first === 2 ? 1 : 0);
    return leftBehind(run, move, moved(run.machine, changed(state, { resolved })), 'sought');
  },
  quit: (run, move, state) => {
    const told = tell(move, 'fault', say.quits);
    const successors = state.role === 'zombie' ? zombieGone(run, state) : run.transitions.restarted(run, move, state);
    return successors.map((successor) => ({ ...successor, told: [...told, ...successor.told] }));
  },
  restarted: (run, _move, state) => {
    const ghost = state.pendingKafka > 0;
    const positions = positionsAfter(run.machine, state);
    return positions.flatMap((position) =>
      begun(run, changed(state, { position }), say.replay(run.machine.delivery)).map((next) => ({ ...next, ghost })),
    );
  },
  takenOver: (run, _move, state) => begun(run, state, say.takenOver),
};

/** More work than this is not put off in one delivery: it runs at once. */
const MOST_DETACHED = 2;

/** What a crash finds as the group's position: auto-commit may have moved it before the handler was done. */
function positionsAfter({ delivery }: Machine, { position, last }: State): readonly Count[] {
  const committed = latest(position, last);
  const isEarly = delivery.kind === 'handler' && delivery.autoCommit;
  if (!isEarly || delivery.client.autoCommitMoves === 'after-handler' || committed === position) return [position];
  return delivery.client.autoCommitMoves === 'at-fetch' ? [committed] : [position, committed];
}

/** Auto-commit moves the group's position to what this process has resolved, unless it is not asked any more. */
function moved(machine: Machine, state: State): State {
  const isMoved = machine.delivery.autoCommit && !isCommitRefused(machine, state);
  if (!isMoved) return state;
  const { resolved, marked } = state;
  if (!machine.delivery.client.autoCommitMayStepBack)
    return changed(state, { position: latest(state.position, resolved) });
  // What is committed is what was resolved, although a transaction whose outcome is not known went further.
  return resolved === 0 || resolved === marked ? state : changed(state, { position: resolved, marked: resolved });
}

/** What a handler that is done leaves to its process: a transaction that it did not settle stays open. */
function leftBehind(
  run: Run,
  move: Move,
  state: State,
  settling: 'returned' | 'thrown' | 'sought',
): readonly Successor[] {
  const transaction = state.transaction === 'open' ? 'left' : state.transaction;
  const closed = run.machine.keepsConnection ? state : changed(state, rolledBack);
  const left = changed(changed(closed, NOTHING_PENDING), { settling, transaction, thrown: 'none' });
  const ghost = state.pendingKafka > 0;
  return afterHandler(run, move, left).map((next) => ({ ...next, ghost: ghost || next.ghost }));
}

/** Work that was put off runs first; then come the next messages, or the same ones again. */
function afterHandler(run: Run, move: Move, state: State): readonly Successor[] {
  const [work, ...detached] = state.detached;
  if (work !== undefined) return [to(state, work.at, { ...work, detached, disturbed: state.disturbed })];
  switch (state.role) {
    case 'zombie':
      return released(run, state);
    case 'leaving':
      return run.transitions.takenOver(run, move, changed(state, { role: 'only' }));
    case 'only':
    case 'next':
      return handedOver(run, move, state);
  }
}

function handedOver(run: Run, move: Move, state: State): readonly Successor[] {
  const { delivery, movesPosition } = run.machine;
  if (state.settling === 'thrown') return afterThrow(run, move, state);
  if (delivery.kind === 'call') return finished(run, state);
  if (state.settling === 'sought') return handedOverAgain(run, move, state, state.current === 2 ? 2 : state.first);
  const from = firstOpen(run.machine, state);
  // Nothing that the other message does can be seen.
  const isOver = !delivery.batch && !movesPosition && state.own < from;
  return from === 3 || isOver ? finished(run, state) : handedOverAgain(run, move, state, from);
}

/** The library hands the messages over again; where that cannot help, somebody restarts the process. */
function afterThrow(run: Run, move: Move, state: State): readonly Successor[] {
  const { delivery } = run.machine;
  const isHandler = delivery.kind === 'handler';
  if (isHandler && delivery.client.throwRedelivers === 'after-restart')
    return run.transitions.restarted(run, move, state);
  const from = isHandler ? firstOpen(run.machine, state) : 1;
  if (from === 3) return finished(run, state);
  return handedOverAgain(run, move, state, from);
}

function handedOverAgain(run: Run, move: Move, state: State, from: 1 | 2): readonly Successor[] {
  const futile = futileBefore(state, from);
  const byHand = futile === PATIENCE ? run.transitions.restarted(run, move, expired(run.machine, state)) : [];
  const others = byHand.map((next): Successor => ({ ...next, byHand: true }));
  return [...again(run, move, changed(state, { futile }), from), ...others];
}

/** So many deliveries in a row have to get nowhere before somebody restarts the process. */
const PATIENCE = 3;

function futileBefore(state: State, from: 1 | 2): number {
  if (state.faults === 0 || !isHelpless(state) || state.disturbed || from > state.first) return 0;
  return Math.min(state.futile + 1, PATIENCE);
}

/** What this process has left open stands in its way each time. */
function isHelpless({ transaction, database }: State): boolean {
  return transaction === 'spent' || transaction === 'left' || database !== 'none';
}

/** The first message that this process has not resolved. Nobody resolves by hand: then nothing is known, and all is. */
function firstOpen({ delivery, moves }: Machine, state: State): 1 | 2 | 3 {
  const byHand = moves.some(({ kind }) => kind === 'position');
  const isUnknown = state.settling === 'returned' && delivery.batch && !delivery.autoResolve && !byHand;
  const resolved = isUnknown ? latest(state.resolved, state.last) : state.resolved;
  return resolved === 0 ? 1 : resolved === 1 ? 2 : 3;
}

/** The next delivery in the same process. */
function again(run: Run, move: Move, state: State, from: 1 | 2): readonly Successor[] {
  const { machine } = run;
  const { memory, resolved, marked, role, transaction, settling, database, pendingDb, pendingMarks, locks } = state;
  const kept = {
    futile: state.futile,
    ...{ database, pendingDb, pendingMarks, locks },
    memory,
    resolved,
    marked,
    role,
    transaction: transaction === 'spent' || transaction === 'left' ? transaction : 'none',
  } as const;
  const fresh = newProcess(machine.entry, from, state.size, machine.delivery.batch);
  const delivered = changed(state, { ...fresh, ...kept });
  const told: Told =
    settling === 'thrown'
      ? { kind: 'replay', message: say.afterThrow(machine.delivery), move: undefined }
      : from > state.first
        ? { kind: 'receive', message: say.second, move }
        : { kind: 'replay', message: settling === 'sought' ? say.sought : say.unresolved, move: undefined };
  return expiring(machine, delivered).map((next) => ({ state: next, told: [told], ghost: false }));
}

/** A new process; nothing is handed to it when the position is past the judged message. */
function begun(run: Run, state: State, message: string): readonly Successor[] {
  const { machine } = run;
  const from = machine.delivery.kind === 'call' ? 1 : state.position === 0 ? 1 : 2;
  const { delivery } = machine;
  if (delivery.kind === 'handler' && state.position >= state.own) return finished(run, state);
  const { position } = state;
  const role = state.role === 'next' ? 'next' : 'only';
  const handed = newProcess(machine.entry, from, state.size, delivery.batch);
  const fresh = changed(state, { ...handed, resolved: position, marked: position, role });
  const told: Told = { kind: 'replay', message, move: undefined };
  return expiring(machine, fresh).map((next) => ({ state: next, told: [told], ghost: false }));
}

/** All messages are handled: the old owner of the partition wakes up, if there is one. */
function finished({ machine }: Run, state: State): readonly Successor[] {
  const { paused } = state;
  if (paused === undefined) return [end];
  const resumed = changed(state, { ...paused, paused: undefined });
  return [
    { state: resumed, told: [{ kind: 'replay', message: say.resumed, move: machine.moves[paused.at] }], ghost: false },
  ];
}

/** Once the zombie has given a row back, whoever waited for it may go on first. */
export function overtaken({ machine }: Run, state: State): readonly Successor[] {
  const { paused } = state;
  if (state.role !== 'zombie' || paused?.role !== 'next') return [];
  const told: Told = { kind: 'replay', message: say.released, move: machine.moves[paused.at] };
  return [{ state: changed(state, { ...paused, paused: processOf(state) }), told: [told], ghost: false }];
}

/** A zombie dies: nobody takes its place. */
export function zombieGone(run: Run, state: State): readonly Successor[] {
  return released(run, state).map((next) => ({ ...next, ghost: state.pendingKafka > 0 }));
}

/** The zombie is done: the process that waited for it goes on, if there is one. */
function released({ machine }: Run, state: State): readonly Successor[] {
  const { paused } = state;
  if (paused === undefined) return [end];
  const told: Told = { kind: 'replay', message: say.released, move: machine.moves[paused.at] };
  return [{ state: changed(state, { ...paused, role: 'only', paused: undefined }), told: [told], ghost: false }];
}

/**
 * A record with a time to live may be gone when its message comes again, and no sooner; all of them are when what is left
 * open brings messages again and again.
 */
function expiring(machine: Machine, state: State): readonly State[] {
  const isLate = isHelpless(state);
  const isOther = state.own < state.first || state.own > state.last;
  if (isOther && !isLate) return [state];
  const later = isLate ? expired(machine, state) : withoutExpiring(machine, state, (guard) => 1 << guard);
  return later === state ? [state] : [state, later];
}

/** No record lives as long as it takes somebody to come and restart the process. */
function expired(machine: Machine, state: State): State {
  return withoutExpiring(machine, state, recordsOf);
}

function withoutExpiring({ guards }: Machine, state: State, bitsOf: (guard: number) => number): State {
  const mask = guards.reduce((all, { expires }, guard) => (expires ? all | bitsOf(guard) : all), 0);
  return (state.marks & mask) === 0 ? state : changed(state, { marks: state.marks & ~mask });
}

/** The old owner stands still while a new process reads from the position. */
export const standsStill: Transition = (run, move, state) =>
  run.transitions.takenOver(
    run,
    move,
    changed(state, { role: 'next', paused: { ...processOf(state), role: 'zombie' } }),
  );
