import assert from 'node:assert/strict';
import fc from 'fast-check';
import { anyMachine } from '../testing/hand-made-machine.ts';
import { stepped } from './dispatch.ts';
import { faults } from './faults.ts';
import { isSameState, KnownStates } from './known-states.ts';
import { keyOf } from './state-key.ts';
import { processOf, start, type State } from './state.ts';
import type { Machine } from './machine.ts';
import { TRANSITIONS } from './transitions.ts';

const all = { crash: true, failure: true, revoked: true };

/** Some states that runs of a machine come by. */
function statesOf(machine: Machine): readonly State[] {
  const run = { machine, transitions: TRANSITIONS, redeliver: true };
  const states = [start(machine.entry, 1, 2, true), start(machine.entry, 1, 1, false)];
  for (let at = 0; at < states.length && states.length < 60; at += 1) {
    const state = states[at];
    const move = machine.moves[state?.at ?? -1];
    if (state === undefined || move === undefined) continue;
    for (const next of [...stepped(run, move, state), ...faults(run, move, state, all)]) {
      if (next.state !== 'end') states.push(next.state);
    }
  }
  return states;
}

describe('known states', () => {
  it('are the same exactly where the whole text of them is', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const states = statesOf(machine);
        for (const a of states) for (const b of states) assert.equal(isSameState(a, b), keyOf(a) === keyOf(b));
      }),
      { numRuns: 60 },
    );
  });

  it('differ wherever one part differs', () => {
    const one = { ...start(0, 1, 2, true), paused: processOf(start(0, 1, 2, true)) };
    for (const name of Object.keys(one)) {
      const other = Object.assign({ ...one }, { [name]: name === 'detached' ? [{ at: 1, current: 1, other: 0 }] : 7 });
      if (name === 'paused') other.paused = { ...one.paused, locks: 7 };
      assert.equal(isSameState(one, other), false, name);
      assert.notEqual(keyOf(one), keyOf(other), name);
    }
    for (const name of Object.keys(one.paused)) {
      const changed = name === 'detached' ? [{ at: 1, current: 1, other: 0 }] : 7;
      const other = { ...one, paused: Object.assign({ ...one.paused }, { [name]: changed }) };
      assert.equal(isSameState(one, other), false, `paused ${name}`);
    }
  });

  it('are found by what they are, not by who made them', () => {
    fc.assert(
      fc.property(anyMachine, (machine) => {
        const known = new KnownStates();
        const keys: string[] = [];
        for (const state of statesOf(machine)) {
          const number = keys.indexOf(keyOf(state));
          assert.equal(known.numberOf({ ...state }), number < 0 ? undefined : number);
          if (number >= 0) continue;
          known.add(state, keys.length);
          keys.push(keyOf(state));
        }
      }),
      { numRuns: 100 },
    );
  });
});
