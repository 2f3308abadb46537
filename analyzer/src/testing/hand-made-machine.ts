import fc from 'fast-check';
import type { Place } from '../facts/place.ts';
import { asksErrorAt } from '../explore/asks-error.ts';
import type { Action, Delivery, Machine, Move, MoveId, Side } from '../explore/machine.ts';
import { someClient } from './some-client.ts';

/** A machine of these steps, entered at the first. The step with number n stands on line n + 1. */
export function machineOf(
  actions: readonly Action[],
  change: Partial<Omit<Machine, 'delivery'>> & { readonly delivery?: Partial<Delivery> } = {},
): Machine {
  const moves = actions.map((action, i): Move => ({ ...action, place: lineOf(i + 1), label: `step ${String(i)}` }));
  return {
    entry: 0,
    moves,
    slotMasks: moves.map(() => -1n),
    asksError: asksErrorAt(moves),
    target: { label: 'the effect', place: lineOf(1), produce: false, keeps: keepsIn(actions) },
    guards: [0, 1].map((n) => ({ label: `guard ${String(n)}`, durable: n === 0, expires: false, decides: true })),
    keepsConnection: false,
    movesPosition: actions.some(({ kind }) => kind === 'position' || kind === 'transaction'),
    ...change,
    delivery: {
      kind: 'handler',
      batch: false,
      autoResolve: true,
      autoCommit: true,
      client: someClient,
      place: lineOf(100),
      ...change.delivery,
    },
  };
}

function keepsIn(actions: readonly Action[]): boolean {
  return actions.some((action) => action.kind === 'target' && action.repeat === 'keep');
}

/** A way out of a branch, from which the effect may be out of reach. */
export function sideTo(to: MoveId, away = false): Side {
  return { to, away, quits: false };
}

function lineOf(line: number): Place {
  return { file: 'handler.ts', start: { line, column: 1 }, end: { line, column: 2 } };
}

/** How many steps a random machine has, the two ends after them not counted. */
const SIZE = 6;
const EXIT = SIZE;
const FAILURE = SIZE + 1;

/** Small machines of any shape, loops included; an exception comes from a fault and from nothing else. */
export const anyMachine: fc.Arbitrary<Machine> = fc
  .tuple(
    fc.array(anyAction(fc.nat(EXIT), fc.nat(FAILURE)), { minLength: SIZE, maxLength: SIZE }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([actions, autoCommit, isSpent, produce]) =>
    machineOf([...actions.map(withOwnNumber), { kind: 'exit' }, { kind: 'failure' }], {
      delivery: {
        autoCommit,
        client: { ...someClient, failedSettlement: isSpent ? 'producer-unusable' : 'still-open' },
      },
      target: { label: 'the effect', place: lineOf(1), produce, keeps: keepsIn(actions) },
    }),
  );

/** Nothing here notes that a loop was left: two that share a number would go on with each other's turns. */
function withOwnNumber(action: Action, i: number): Action {
  return action.kind === 'each' ? { ...action, bit: i } : action;
}

function anyAction(next: fc.Arbitrary<MoveId>, error: fc.Arbitrary<MoveId>): fc.Arbitrary<Action> {
  const onwards = { next, error };
  const durable = fc.constantFrom({ guard: 0, durable: true }, { guard: 1, durable: false });
  return fc.oneof(
    fc.record({ kind: fc.constant('may-fail' as const), ...onwards }),
    fc.record({
      kind: fc.constant('target' as const),
      repeat: fc.constantFrom('count' as const, 'keep' as const),
      into: fc.constantFrom('outside' as const, 'database' as const, 'kafka' as const),
      ...onwards,
    }),
    fc
      .tuple(durable, next, error)
      .map(([guard, to, failing]): Action => ({ kind: 'sample', ...guard, next: to, error: failing })),
    fc
      .tuple(durable, next, error)
      .map(([guard, to, failing]): Action => ({ kind: 'forget', ...guard, next: to, error: failing })),
    fc.record({ kind: fc.constant('violation' as const), whenTrue: next, whenFalse: next }),
    fc
      .tuple(durable, next, error)
      .map(([guard, to, failing]): Action => ({ kind: 'record', ...guard, next: to, error: failing })),
    fc.record({ kind: fc.constant('claim' as const), guard: fc.constant(0), ...onwards }),
    fc.record({ kind: fc.constant('test' as const), guard: fc.nat(1), recorded: next, fresh: next }),
    fc.tuple(next, next).map(([a, b]): Action => ({ kind: 'turn', sides: [sideTo(a), sideTo(b, true)] })),
    fc.record({ kind: fc.constant('active' as const), whenTrue: next, whenFalse: next }),
    fc.record({ kind: fc.constant('each' as const), bit: fc.constant(0), holds: fc.boolean(), body: next, next }),
    fc.record({ kind: fc.constant('tell' as const), slot: fc.nat(1), value: fc.boolean(), next }),
    fc.record({
      kind: fc.constant('transaction' as const),
      verb: fc.constantFrom('begin' as const, 'commit' as const, 'abort' as const, 'send-offsets' as const),
      ...onwards,
    }),
    fc.record({
      kind: fc.constant('database' as const),
      verb: fc.constantFrom('begin' as const, 'commit' as const, 'rollback' as const),
      ...onwards,
    }),
    fc.record({
      kind: fc.constant('position' as const),
      how: fc.constantFrom('commit' as const, 'resolve' as const),
      ...onwards,
    }),
    fc.array(next, { minLength: 1, maxLength: 2 }).map((to): Action => ({ kind: 'go', next: to })),
  );
}
