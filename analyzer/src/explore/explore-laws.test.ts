import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyMachine, machineOf } from '../testing/hand-made-machine.ts';
import { collapsed } from './collapse.ts';
import { compressed } from './compress.ts';
import { explore, type Exploration, type ExploreScope } from './explore.ts';
import type { FaultKinds } from './faults.ts';
import type { Action, Machine } from './machine.ts';

const all: FaultKinds = { crash: true, failure: true, revoked: true };
const scope: ExploreScope = { faults: 1, kinds: all, redeliver: true, states: 200_000 };

const kinds = fc.record({ crash: fc.boolean(), failure: fc.boolean(), revoked: fc.boolean() });

function run(machine: Machine, change: Partial<ExploreScope> = {}): Exploration {
  const exploration = explore(machine, { ...scope, ...change });
  assert.equal(exploration.complete, true);
  return exploration;
}

function kindsOf(exploration: Exploration): readonly string[] {
  return [...exploration.anomalies.keys()].sort();
}

describe('laws of exploration', () => {
  it('without a fault nothing is lost, and nothing is repeated but by a handler that throws of itself', () => {
    fc.assert(
      fc.property(anyMachine, kinds, (machine, allowed) => {
        const { anomalies } = run(machine, { faults: 0, kinds: allowed });
        const repeated = anomalies.get('duplicate') ?? [];
        assert.equal(repeated.length > 0 && repeated.every(({ kind }) => kind !== 'replay'), false);
        assert.equal(anomalies.has('lost-write'), false);
      }),
      { numRuns: 500 },
    );
  });

  it('an effect whose repeat changes nothing is never a duplicate', () => {
    fc.assert(
      fc.property(anyMachine, fc.integer({ min: 1, max: 2 }), (machine, faults) => {
        const moves = machine.moves.map((move) =>
          move.kind === 'target'
            ? { ...move, repeat: 'keep' as const, into: move.into === 'kafka' ? ('outside' as const) : move.into }
            : move,
        );
        assert.equal(run({ ...machine, moves }, { faults }).anomalies.has('duplicate'), false);
      }),
      { numRuns: 300 },
    );
  });

  it('more faults, and more kinds of them, never take an anomaly away', () => {
    fc.assert(
      fc.property(anyMachine, kinds, (machine, allowed) => {
        const few = kindsOf(run(machine, { kinds: allowed }));
        const many = kindsOf(run(machine));
        const twice = kindsOf(run(machine, { faults: 2 }));
        for (const kind of few) assert.ok(many.includes(kind), `${kind} with fewer kinds of faults only`);
        for (const kind of many) assert.ok(twice.includes(kind), `${kind} with fewer faults only`);
      }),
      { numRuns: 300 },
    );
  });

  it('a trace begins with the message, blames a fault and ends in the outcome', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        for (const [anomaly, trace] of run(machine).anomalies) {
          assert.equal(trace[0]?.kind, 'receive');
          assert.equal(trace.at(-1)?.kind, 'outcome');
          assert.equal(trace.filter(({ kind }) => kind === 'outcome').length, 1);
          const faults = trace.filter(({ kind }) => kind === 'fault').length;
          assert.ok(faults <= 1);
          if (anomaly !== 'aborted-read') assert.equal(faults, 1, anomaly);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the same machine has the same runs, and a bound that is not reached changes nothing', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const first = run(machine);
        assert.deepEqual(run(machine), first);
        assert.deepEqual(run(machine, { states: first.states + 1 }), first);
      }),
      { numRuns: 200 },
    );
  });

  it('a bound that is reached leaves no anomaly behind', () => {
    fc.assert(
      fc.property(anyMachine, fc.integer({ min: 1, max: 30 }), (machine, states) => {
        const { complete, anomalies } = explore(machine, { ...scope, states });
        if (!complete) assert.equal(anomalies.size, 0);
        else assert.deepEqual(kindsOf(run(machine)), [...anomalies.keys()].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('steps that only lead on change no run', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const short = { ...machine, moves: compressed(machine.moves) };
        assert.deepEqual(kindsOf(run(short)), kindsOf(run(machine)));
        assert.ok(run(short).states <= run(machine).states);
      }),
      { numRuns: 300 },
    );
  });

  it('moves that bear on nothing change no run, and cost states', () => {
    const states = { short: 0, whole: 0 };
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const short = run({ ...machine, moves: collapsed(machine.moves) });
        const whole = run(machine);
        assert.deepEqual(kindsOf(short), kindsOf(whole));
        states.short += short.states;
        states.whole += whole.states;
      }),
      { numRuns: 1000 },
    );
    assert.ok(states.short < states.whole);
  });

  it('calls in a row that fail into one place count as one', () => {
    const calls = Array.from({ length: 20 }, (_, i): Action => ({ kind: 'may-fail', next: i + 1, error: 22 }));
    const target: Action = { kind: 'target', repeat: 'count', into: 'outside', next: 21, error: 22 };
    const long = machineOf([...calls, target, { kind: 'exit' }, { kind: 'failure' }]);
    const short = { ...long, moves: collapsed(long.moves) };
    assert.deepEqual(kindsOf(run(short)), kindsOf(run(long)));
    assert.ok(run(short).states * 3 < run(long).states);
  });

  it('what is claimed in the same database transaction is applied exactly once, whatever fails around it', () => {
    const padding = fc.array(fc.nat(6), { maxLength: 5 });
    fc.assert(
      fc.property(padding, fc.boolean(), fc.constantFrom(1, 2), (pads, autoCommit, faults) => {
        assert.deepEqual(kindsOf(run(inboxed(pads, autoCommit), { faults })), []);
      }),
      { numRuns: 200 },
    );
  });

  it('the order of claim and effect in that transaction does not matter, but leaving it does', () => {
    const machine = inboxed([], true);
    const outside = machine.moves.map((move) =>
      move.kind === 'target' ? { ...move, into: 'outside' as const } : move,
    );
    assert.deepEqual(kindsOf(run({ ...machine, moves: outside })), ['duplicate']);
  });
});

/** Begin, claim, effect, commit, with steps that may fail at the given positions; every error rolls back and rethrows. */
function inboxed(pads: readonly number[], autoCommit: boolean): Machine {
  const core: readonly ((next: number, error: number, exit: number) => Action)[] = [
    (next, error) => ({ kind: 'database', verb: 'begin', next, error }),
    (next, error) => ({ kind: 'claim', guard: 0, next, error }),
    (next, _error, exit) => ({ kind: 'test', guard: 0, recorded: exit - 1, fresh: next }),
    (next, error) => ({ kind: 'target', repeat: 'count', into: 'database', next, error }),
    (next, error) => ({ kind: 'database', verb: 'commit', next, error }),
    (next, error) => ({ kind: 'position', how: 'commit', next, error }),
  ];
  const steps = core.flatMap((make, i) => [
    ...pads
      .filter((at) => at === i && i > 0)
      .map(() => (next: number, error: number): Action => ({
        kind: 'may-fail',
        next,
        error,
      })),
    make,
  ]);
  const exit = steps.length;
  const rollback = exit + 1;
  const actions = steps.map((make, i) => make(i + 1, rollback, exit));
  return machineOf(
    [
      ...actions,
      { kind: 'exit' },
      { kind: 'database', verb: 'rollback', next: exit + 2, error: exit + 2 },
      { kind: 'failure' },
    ],
    { delivery: { autoCommit } },
  );
}
