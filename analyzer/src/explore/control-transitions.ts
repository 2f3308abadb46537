import { numberValue, slotValue, withNumber, withSlot } from '../scopes/live-slots.ts';
import { compared } from '../summaries/condition.ts';
import type { Side } from './machine.ts';
import { hasLostPartition, isOwn, isOwnMessage, type State } from './state.ts';
import { thrownTo, to, type Successor, type Transitions } from './transition.ts';

/** Branches and loops. */
export const controlTransitions: Pick<
  Transitions,
  'go' | 'tell' | 'number' | 'ask' | 'active' | 'stale' | 'heartbeat' | 'turn' | 'count' | 'each' | 'batch' | 'leave'
> = {
  go: (_run, move, state) => move.next.map((next) => to(state, next)),
  tell: (_run, move, state) => [to(state, move.next, { slots: withSlot(state.slots, move.slot, move.value) })],
  ask: (run, move, state) => {
    const isMute = move.local === true && (state.disturbed || run.machine.guards.length > 0);
    const told = slotValue(state.slots, move.slot);
    const answers = told === undefined ? [true, false] : [told];
    return answers.flatMap((truth) => {
      const sides = truth ? ([move.whenTrue, move.whenFalse] as const) : ([move.whenFalse, move.whenTrue] as const);
      return (isMute ? [to(state, sides[0].to)] : chosen(state, ...sides)).map((taken) =>
        withSlots(taken, withSlot(state.slots, move.slot, truth)),
      );
    });
  },
  active: (_run, move, state) => {
    const isActive = state.transaction === 'open' || state.transaction === 'fenced';
    return [to(state, isActive ? move.whenTrue : move.whenFalse)];
  },
  stale: (_run, move, state) => [to(state, hasLostPartition(state) ? move.whenTrue : move.whenFalse)],
  heartbeat: (_run, move, state) => [hasLostPartition(state) ? thrownTo(state, move.error) : to(state, move.next)],
  turn: (_run, { sides: [one, other], bit }, state) => {
    const ways = [
      { is: ONE, successors: () => chosen(state, one, other) },
      { is: OTHER, successors: () => chosen(state, other, one) },
    ];
    if (bit === undefined || state.current === 0 || state.other >= 0) return ways.flatMap((way) => way.successors());
    // The message's data is the same each time it is handed over, and so is the way that it leads.
    const at = 2 * (isOwnMessage(state) ? bit : bit + MOST_DECIDED);
    const known = (state.decided >> at) & 3;
    return ways
      .filter(({ is }) => known === 0 || known === is)
      .flatMap((way) => way.successors().map((one) => deciding(one, state.decided | (way.is << at))));
  },
  number: (_run, move, state) => {
    const { slot, change } = move;
    const before = numberValue(state.slots, slot);
    const step = change === 'one more' ? 1 : change === 'one less' ? -1 : undefined;
    const moved = before === undefined || step === undefined ? undefined : before + step;
    return [
      to(state, move.next, { slots: withNumber(state.slots, slot, typeof change === 'number' ? change : moved) }),
    ];
  },
  count: (_run, { slot, comparison, bound, whenTrue, whenFalse }, state) => {
    const value = numberValue(state.slots, slot);
    if (value === undefined) return [...chosen(state, whenTrue, whenFalse), ...chosen(state, whenFalse, whenTrue)];
    return [to(state, compared(comparison, value, bound) ? whenTrue.to : whenFalse.to)];
  },
  each: (_run, move, state) => {
    const at = progressOf(state, move.bit);
    const isJudged = move.holds && isOwnMessage(state) && (state.other < 0 || state.other === move.bit);
    const enter = (progress: number, other: number): Successor =>
      to(state, move.body, { loops: withProgress(state.loops, move.bit, progress), other });
    const pass = (away: boolean): Successor =>
      to(state, move.next, {
        loops: withProgress(state.loops, move.bit, DONE),
        away: state.away || away,
        other: isJudged ? -1 : state.other,
      });
    if (at === DONE) return [pass(false)];
    if (!isJudged) return [enter(DONE, state.other), pass(false)];
    if (at === NEW) return [enter(OWN_FIRST, -1), enter(OTHER_FIRST, move.bit), pass(!state.ran)];
    return at === OTHER_FIRST ? [enter(DONE, -1)] : [enter(DONE, move.bit), pass(false)];
  },
  batch: (_run, move, state) => {
    const { current, first, last } = state;
    if (current === 0) return [to(state, move.body, { current: first })];
    return current < last ? [to(state, move.body, { current: last })] : [to(state, move.next)];
  },
  leave: (_run, move, state) => {
    const loops = move.loops.reduce((all, bit) => withProgress(all, bit, NEW), state.loops);
    const other = move.loops.includes(state.other) ? -1 : state.other;
    return [to(state, move.next, { loops, other, ...(move.batch ? { current: 0 } : {}) })];
  },
};

/** The two ways of a branch, and how many branches are remembered. */
const ONE = 1;
const OTHER = 2;
export const MOST_DECIDED = 3;

/** How far a loop over items has come: one item is judged, and at most one other is handled before or after it. */
const NEW = 0;
const OWN_FIRST = 1;
const OTHER_FIRST = 2;
const DONE = 3;

function progressOf({ loops }: State, bit: number): number {
  return (loops >> (2 * bit)) & 3;
}

function withProgress(loops: number, bit: number, progress: number): number {
  return (loops & ~(3 << (2 * bit))) | (progress << (2 * bit));
}

/** The message's own data may lead away from the effect, or end the batch before the judged message has its turn. */
function chosen(state: State, { to: at, away, quits, drops }: Side, other: Side): readonly Successor[] {
  const own = isOwn(state);
  const missed = away && own && !state.ran;
  // Once it has led to the effect, it leads there again.
  if (missed && state.towards) return [];
  const towards = state.towards || (own && !away && other.away);
  const leaves = missed || (drops === true && isPending(state)) || (quits && isAhead(state));
  const change = { away: state.away || leaves, towards };
  return [to(state, at, change)];
}

function isPending({ pendingKafka, pendingDb }: State): boolean {
  return pendingKafka > 0 || pendingDb > 0;
}

/** The judged message is still to have its turn in the batch. */
function isAhead({ current, own, last }: State): boolean {
  return current > 0 && current < own && own <= last;
}

function deciding(successor: Successor, decided: number): Successor {
  return successor.state === 'end' ? successor : { ...successor, state: { ...successor.state, decided } };
}

function withSlots(successor: Successor, slots: bigint): Successor {
  return successor.state === 'end' ? successor : { ...successor, state: { ...successor.state, slots } };
}
