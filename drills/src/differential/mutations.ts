import { latest, type State } from '@kafka-eos/analyzer/explore/state';
import { thrownTo, to, type Successor, type Transitions } from '@kafka-eos/analyzer/explore/transition';
import { TRANSITIONS } from '@kafka-eos/analyzer/explore/transitions';

/** A model that is wrong in one place. */
export interface Mutation {
  readonly transition: keyof Transitions;
  /** What it does instead. */
  readonly instead: string;
  readonly transitions: Transitions;
}

type Breaks = { readonly [name in keyof Transitions]: readonly (readonly [string, Transitions[name]])[] };

/** Every transition of the model, broken in one way or in several. */
const BREAKS: Breaks = {
  go: [['takes the first way only', (_run, move, state) => move.next.slice(0, 1).map((next) => to(state, next))]],
  mayFail: [['goes to the catch', (_run, move, state) => [to(state, move.error)]]],
  target: [['does not apply the effect', (_run, move, state) => [to(state, move.next)]]],
  sample: [['does not find the record', (_run, move, state) => [to(state, move.next)]]],
  record: [['keeps no record', (_run, move, state) => [to(state, move.next)]]],
  forget: [['leaves the record', (_run, move, state) => [to(state, move.next)]]],
  claim: [['always is the first', (_run, move, state) => [to(state, move.next, { answers: 0 })]]],
  test: [['never knows the message', (_run, move, state) => [to(state, move.fresh)]]],
  violation: [['takes any error for a second record', (_run, move, state) => [to(state, move.whenTrue)]]],
  tell: [['forgets what a function answered', (_run, move, state) => [to(state, move.next)]]],
  ask: [['takes the answer yes', (_run, move, state) => [to(state, move.whenTrue.to)]]],
  active: [['takes each transaction for active', (_run, move, state) => [to(state, move.whenTrue)]]],
  stale: [['never sees that the partition is lost', (_run, move, state) => [to(state, move.whenFalse)]]],
  heartbeat: [['never fails', (_run, move, state) => [to(state, move.next)]]],
  turn: [
    ['does not see that the message leads away', (_run, move, state) => move.sides.map((side) => to(state, side.to))],
  ],
  number: [['forgets the number', (_run, move, state) => [to(state, move.next)]]],
  count: [['leaves the loop', (_run, move, state) => [to(state, move.whenFalse.to)]]],
  each: [
    ['skips the loop', (_run, move, state) => [to(state, move.next)]],
    [
      'lets the message have other items each time',
      (run, { shape: _, ...move }, state) => TRANSITIONS.each(run, move, state),
    ],
  ],
  batch: [['skips the loop over the batch', (_run, move, state) => [to(state, move.next)]]],
  leave: [['does not leave the loop', (_run, move, state) => [to(state, move.next)]]],
  detach: [['never does the work', (_run, move, state) => [to(state, move.next)]]],
  settled: [['ends the run', () => [{ state: 'end', told: [], ghost: false }]]],
  begin: [
    ['begins nothing', (_run, move, state) => [to(state, move.next)]],
    ['fences nobody', (run, move, state) => TRANSITIONS.begin(run, { ...move, fences: false }, state)],
  ],
  sendOffsets: [['sends no offset', (_run, move, state) => [to(state, move.next)]]],
  commit: [
    ['commits nothing', (_run, move, state) => [to(state, move.next)]],
    [
      'does not move the position',
      (run, move, state) => TRANSITIONS.commit(run, move, { ...state, pendingPosition: undefined }),
    ],
  ],
  abort: [['leaves the transaction open', (_run, move, state) => [to(state, move.next)]]],
  dbBegin: [['begins nothing', (_run, move, state) => [to(state, move.next)]]],
  dbCommit: [
    ['commits nothing', (run, move, state) => TRANSITIONS.dbRollback(run, move, state)],
    [
      'fails where the transaction is aborted',
      (run, move, state) =>
        state.database === 'aborted'
          ? [thrownTo(state, move.error, { database: 'none', locks: 0 })]
          : TRANSITIONS.dbCommit(run, move, state),
    ],
  ],
  dbRollback: [['commits', (run, move, state) => TRANSITIONS.dbCommit(run, move, state)]],
  commitOffset: [
    ['does not move the position', (_run, move, state) => [to(state, move.next)]],
    [
      'never goes back',
      (run, move, state) =>
        changed(TRANSITIONS.commitOffset(run, move, state), (next) => ({
          ...next,
          position: latest(next.position, state.position),
        })),
    ],
  ],
  resolveOffset: [['resolves nothing', (_run, move, state) => [to(state, move.next)]]],
  returned: [['is a throw', (run, move, state) => TRANSITIONS.thrown(run, move, state)]],
  thrown: [['is a return', (run, move, state) => TRANSITIONS.returned(run, move, state)]],
  sought: [['is a return', (run, move, state) => TRANSITIONS.returned(run, move, state)]],
  quit: [['is a return', (run, move, state) => TRANSITIONS.returned(run, move, state)]],
  restarted: [
    ['remembers what was in memory', (run, move, state) => remembering(state, TRANSITIONS.restarted(run, move, state))],
  ],
  takenOver: [
    [
      'the new process sees nothing of the position',
      (run, move, state) => TRANSITIONS.takenOver(run, move, { ...state, position: 2 }),
    ],
  ],
  crashed: [['no process crashes', () => []]],
  failed: [['no call fails', () => []]],
  unanswered: [['no answer is lost', () => []]],
  revoked: [['no partition moves', () => []]],
};

function changed(successors: readonly Successor[], change: (state: State) => State): readonly Successor[] {
  return successors.map((one) => (one.state === 'end' ? one : { ...one, state: change(one.state) }));
}

function remembering({ memory }: State, successors: readonly Successor[]): readonly Successor[] {
  return changed(successors, (state) => ({ ...state, memory }));
}

export const MUTATIONS: readonly Mutation[] = allOf(Object.keys(BREAKS).filter(isTransition));

function isTransition(name: string): name is keyof Transitions {
  return name in BREAKS;
}

function allOf(names: readonly (keyof Transitions)[]): readonly Mutation[] {
  return names.flatMap((transition) =>
    BREAKS[transition].map(([instead, broken]) => ({
      transition,
      instead,
      transitions: { ...TRANSITIONS, [transition]: broken },
    })),
  );
}
