import { isByFailure, numberValue, slotValue, withNumber, withSlot } from '../scopes/live-slots.ts';
import { compared } from '../summaries/condition.ts';
import { decidedWay, wayOf } from './decided.ts';
import type { Side } from './machine.ts';
import { changed, hasLostPartition, isOwn, isOwnMessage, type State } from './state.ts';
import { isGoneWithout } from './transaction-transitions.ts';
import { thrownTo, to, type Successor, type Transitions } from './transition.ts';

/** Branches. */
export const controlTransitions: Pick<
  Transitions,
  'go' | 'tell' | 'number' | 'ask' | 'active' | 'stale' | 'heartbeat' | 'turn' | 'count'
> = {
  go: (_run, move, state) => move.next.map((next) => to(state, next)),
  tell: (_run, { slot, value, caught, repeats, next }, state) => {
    const byFailure =
      (caught === true && state.disturbed) || (repeats !== undefined && isByFailure(state.slots, repeats));
    return [to(state, next, { slots: withSlot(state.slots, slot, value, byFailure) })];
  },
  ask: (run, move, state) => {
    const isShaken = move.local === 'shaken' && state.disturbed;
    const byFailure = isShaken || isByFailure(state.slots, move.slot);
    const isMute = byFailure || (move.local !== undefined && run.machine.guards.length > 0);
    const told = slotValue(state.slots, move.slot);
    const answers = told === undefined ? [true, false] : [told];
    return answers.flatMap((truth) => {
      const sides = truth ? ([move.whenTrue, move.whenFalse] as const) : ([move.whenFalse, move.whenTrue] as const);
      return (isMute ? [to(state, sides[0].to)] : chosen(state, ...sides)).map((taken) =>
        withSlots(taken, withSlot(state.slots, move.slot, truth, byFailure)),
      );
    });
  },
  active: (_run, move, state) => [to(state, state.transaction === 'open' ? move.whenTrue : move.whenFalse)],
  stale: ({ machine }, move, state) => [to(state, isGoneWithout(machine, state) ? move.whenTrue : move.whenFalse)],
  heartbeat: (_run, move, state) => [hasLostPartition(state) ? thrownTo(state, move.error) : to(state, move.next)],
  turn: (_run, { sides: [one, other], bit, steady }, state) => {
    const ways = [
      { is: 'one' as const, successors: () => chosen(state, one, other, steady) },
      { is: 'other' as const, successors: () => chosen(state, other, one, steady) },
    ];
    const isOfItem = state.other >= 0 && steady !== true;
    if (bit === undefined || state.current === 0 || isOfItem) return ways.flatMap((way) => way.successors());
    // The message's data is the same each time it is handed over, and so is the way that it leads.
    const known = wayOf(state, bit);
    return ways
      .filter(({ is }) => known === undefined || known === is)
      .flatMap((way) => way.successors().map((next) => deciding(next, decidedWay(state, bit, way.is))));
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
};

/**
 * The message's own data may lead away from the effect, or end the batch before the judged message has its turn. Where it
 * is `steady`, another item says as much as the judged one.
 */
function chosen(state: State, { to: at, away, quits, drops }: Side, other: Side, steady = false): readonly Successor[] {
  const own = steady ? isOwnMessage(state) : isOwn(state);
  const missed = away && own && !state.ran;
  // Once it has led to the effect, it leads there again.
  if (missed && state.towards) return [];
  const towards = state.towards || (own && !away && other.away);
  const undone = drops !== undefined && isUndone(state, drops);
  const change = { away: [state.away, missed, undone, quits && isAhead(state)].includes(true), towards };
  return [to(state, at, change)];
}

function isPending({ pendingKafka, pendingDb }: State): boolean {
  return pendingKafka > 0 || pendingDb > 0;
}

/** Something is pending, was before the transaction was aborted, or will be: what runs now takes part in it. */
function isUndone(state: State, drops: NonNullable<Side['drops']>): boolean {
  const isInside = drops === 'kafka' ? state.transaction === 'open' : state.database !== 'none';
  const isOut = !state.ran || (drops === 'database' && state.database === 'aborted');
  return isPending(state) || (isOwn(state) && isOut && isInside);
}

/** The judged message is still to have its turn in the batch. */
function isAhead({ current, own, last }: State): boolean {
  return current > 0 && current < own && own <= last;
}

function deciding(successor: Successor, decided: number): Successor {
  return successor.state === 'end' ? successor : { ...successor, state: changed(successor.state, { decided }) };
}

function withSlots(successor: Successor, slots: bigint): Successor {
  return successor.state === 'end' ? successor : { ...successor, state: changed(successor.state, { slots }) };
}
