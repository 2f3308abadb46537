import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyMachine, machineOf } from '../testing/hand-made-machine.ts';
import { aftermathOf, faultFreeRuns } from './crash-runs.ts';
import { explore } from './explore.ts';
import type { Action, Machine } from './machine.ts';

const LIMIT = 20_000;
const scope = { faults: 1, redeliver: true, states: LIMIT };
const exit: Action = { kind: 'exit' };
const failure: Action = { kind: 'failure' };

/** The steps before which the explorer lets the process die. */
const points: readonly string[] = [
  ...['target', 'record', 'forget', 'claim', 'transaction', 'database', 'position'],
  ...['exit', 'failure', 'settled'],
];

/** Every end of every run with one crash at such a step. */
function endsAtPoints(machine: Machine): ReadonlySet<string> {
  const { before, complete } = faultFreeRuns(machine, LIMIT);
  assert.equal(complete, true);
  const states = [...before].flatMap(([id, reached]) => {
    const move = machine.moves[id];
    const forgets = (move?.kind === 'record' || move?.kind === 'forget') && !move.durable;
    return move !== undefined && points.includes(move.kind) && !forgets ? reached : [];
  });
  return new Set(states.flatMap((state) => [...aftermathOf(machine, state, LIMIT).ends]));
}

describe('the runs with one crash', () => {
  it('show what the verdict rests on, and nothing else', () => {
    fc.assert(
      fc.property(anyMachine, (any) => {
        // A table is about the first message, and so is the verdict where no step of the code moves the position.
        const machine = { ...any, movesPosition: false, keepsConnection: false };
        const { anomalies, reached } = explore(machine, {
          ...scope,
          kinds: { crash: true, failure: false, revoked: false },
        });
        // What no run does is not judged, and a table is about a message that nothing came before.
        fc.pre(reached && !machine.movesPosition && !machine.keepsConnection);
        const ends = endsAtPoints(machine);
        for (const kind of ['duplicate', 'lost-write'] as const)
          assert.equal(ends.has(kind), anomalies.has(kind), kind);
      }),
      { numRuns: 500 },
    );
  });

  it('end at once where the offset has moved already', () => {
    const commit: Action = { kind: 'position', how: 'commit', next: 1, error: 3 };
    const target: Action = { kind: 'target', repeat: 'count', into: 'outside', next: 2, error: 3 };
    const machine = machineOf([commit, target, exit, failure], { delivery: { autoCommit: false } });
    const [state] = faultFreeRuns(machine, LIMIT).after.get(0) ?? [];
    assert.ok(state);
    const { redelivered, ends, performing } = aftermathOf(machine, state, LIMIT);
    assert.equal(redelivered, false);
    assert.deepEqual([...ends], ['lost-write']);
    assert.deepEqual([...performing], [false]);
  });

  it('say when they reach the bound', () => {
    const target: Action = { kind: 'target', repeat: 'count', into: 'outside', next: 1, error: 2 };
    const machine = machineOf([target, exit, failure]);
    assert.equal(faultFreeRuns(machine, 1).complete, false);
    const [state] = faultFreeRuns(machine, LIMIT).before.get(1) ?? [];
    assert.ok(state);
    assert.equal(aftermathOf(machine, state, 1).complete, false);
  });
});
