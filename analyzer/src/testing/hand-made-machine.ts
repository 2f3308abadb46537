import fc from 'fast-check';
import type { Place } from '../facts/place.ts';
import type { Action, Delivery, Machine, Move, MoveId } from '../explore/machine.ts';

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
    target: { label: 'the effect', place: lineOf(1), produce: false },
    guards: [0, 1].map((n) => ({ label: `guard ${String(n)}`, durable: n === 0 })),
    movesPosition: actions.some(({ kind }) => kind === 'position' || kind === 'transaction'),
    ...change,
    delivery: {
      kind: 'handler',
      autoCommit: true,
      afterThrow: 'the consumer starts again',
      inactiveAfterFailedCommit: true,
      place: lineOf(100),
      ...change.delivery,
    },
  };
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
  .map(([actions, autoCommit, inactiveAfterFailedCommit, produce]) =>
    machineOf([...actions, { kind: 'exit' }, { kind: 'failure' }], {
      delivery: { autoCommit, inactiveAfterFailedCommit },
      target: { label: 'the effect', place: lineOf(1), produce },
    }),
  );

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
    fc.record({ kind: fc.constant('sample' as const), guard: fc.nat(1), next }),
    fc
      .tuple(durable, next, error)
      .map(([guard, to, failing]): Action => ({ kind: 'record', ...guard, next: to, error: failing })),
    fc.record({ kind: fc.constant('claim' as const), guard: fc.constant(0), ...onwards }),
    fc.record({ kind: fc.constant('test' as const), guard: fc.nat(1), recorded: next, fresh: next }),
    fc.record({ kind: fc.constant('turn' as const), towards: next, away: next }),
    fc.record({ kind: fc.constant('active' as const), whenTrue: next, whenFalse: next }),
    fc.record({ kind: fc.constant('each' as const), bit: fc.nat(1), body: next, next }),
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
