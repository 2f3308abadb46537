import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ConditionTest } from '../summaries/condition.ts';
import type { Step, StepId, StepKind, UnitGraph } from '../summaries/unit-graph.ts';
import { allCalls, handlerFile, unitOf } from '../testing/workspace-of.ts';
import { guardedEffects, type Decision } from './guarded-effects.ts';
import { liveSlots } from './live-slots.ts';

// The steps of these graphs borrow their node and their write from a real unit; only the edges are made by hand.
const sample = unitOf(handlerFile('await bank.charge({});'));

describe('the effects that a guard decides', () => {
  it('are those that a first delivery reaches and a second one does not', () => {
    const kinds = [branch(1, 3), write(2, 3), write(3, 3), exit];
    assert.deepEqual(decided(kinds, { fresh: 'whenTrue' }), { '#1': 'presence', '#2': 'presence' });
    assert.deepEqual(decided(kinds, { fresh: 'whenFalse' }), {});
  });

  it('are none behind the point where both sides meet', () => {
    const kinds = [branch(1, 2), write(2, 3), write(3, 3), exit];
    assert.deepEqual(decided(kinds, { fresh: 'whenTrue' }), { '#1': 'presence' });
  });

  it('are decided by what the record says, where a field of it is compared', () => {
    const kinds = [branch(1, 2), write(2, 2), exit];
    assert.deepEqual(decided(kinds, { fresh: 'unknown' }), { '#1': 'fresh-if-true' });
    const swapped = [branch(2, 1), write(2, 2), exit];
    assert.deepEqual(decided(swapped, { fresh: 'unknown' }), { '#1': 'fresh-if-false' });
  });

  it('are those behind a record that throws when it is there', () => {
    const kinds = [write(1, 2), write(2, 2), exit];
    assert.deepEqual(decided(kinds, { throws: 0 }), { '#0': 'presence', '#1': 'presence' });
  });

  it('are those behind the question, whatever leads around it', () => {
    const kinds = [branch(1, 2), branch(3, 2), write(3, 3), exit];
    assert.deepEqual(decided(kinds, { fresh: 'whenFalse', at: 1 }), { '#2': 'presence' });
    assert.deepEqual(decided(kinds, { fresh: 'whenTrue', at: 1 }), {});
  });

  it('are found through the answer of a function', () => {
    const slot: ConditionTest = { kind: 'slot', slot: 's', positive: true };
    const kinds = [branch(1, 2), tell(false, 3), tell(true, 3), branch(4, 5), write(5, 5), exit];
    assert.deepEqual(decided(kinds, { fresh: 'whenFalse', tests: { 3: slot } }), { '#4': 'presence' });
    // The opposite question: then the answer keeps a first delivery away.
    assert.deepEqual(decided(kinds, { fresh: 'whenTrue', tests: { 3: slot } }), {});
    // An answer that nobody asks for decides nothing.
    assert.deepEqual(decided(kinds, { fresh: 'whenFalse' }), {});
  });

  it('never include one that every path performs, and swapping the sides swaps the effects', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(7), fc.nat(7)), { minLength: 6, maxLength: 6 }), (shape) => {
        const kinds = [
          branch(2, 3),
          write(7, 7),
          ...shape.slice(0, 5).map(([kind, a, b], i): StepKind => {
            const ahead = (by: number): StepId => Math.min(7, i + 3 + by);
            return kind === 0
              ? write(ahead(a), ahead(b))
              : kind === 1
                ? branch(ahead(a), ahead(b))
                : write(1, ahead(b));
          }),
          exit,
        ];
        const forward = decided(kinds, { fresh: 'whenTrue' });
        const backward = decided(kinds, { fresh: 'whenFalse' });
        for (const key of Object.keys(forward)) assert.equal(key in backward, false);
        assert.ok(Object.keys(forward).every((key) => kinds[Number(key.slice(1))]?.kind === 'write'));
      }),
    );
  });
});

interface Guard {
  readonly fresh?: 'whenTrue' | 'whenFalse' | 'unknown';
  readonly throws?: StepId;
  /** The branch; the first step, unless said otherwise. */
  readonly at?: StepId;
  readonly tests?: Readonly<Record<StepId, ConditionTest>>;
}

/** What the guard decides: a branch that asks, or a record that throws. */
function decided(kinds: readonly StepKind[], { fresh, throws, at = 0, tests = {} }: Guard): Record<string, Decision> {
  const graph = graphOf(kinds);
  const known = new Map(Object.entries(tests).map(([id, test]) => [Number(id), test]));
  const guard = {
    asks: new Set([throws ?? at]),
    branches: fresh === undefined ? [] : [{ step: at, fresh }],
    throws: throws !== undefined,
  };
  return Object.fromEntries(guardedEffects(graph, known, guard, liveSlots(graph, known, { repeated: new Map() })));
}

function graphOf(kinds: readonly StepKind[]): UnitGraph {
  const { node } = stepOf('write');
  const steps = kinds.map((kind, id): Step => ({ id, node, env: undefined, key: `#${String(id)}`, ...kind }));
  return { entry: 0, exit: steps.length - 1, failure: steps.length - 1, root: undefined, steps, truncated: false };
}

function stepOf<K extends Step['kind']>(kind: K): Step & { readonly kind: K } {
  const step = sample.graph.steps.find((each): each is Step & { readonly kind: K } => each.kind === kind);
  assert.ok(step);
  return step;
}

function write(next: StepId, error: StepId): StepKind {
  return { kind: 'write', write: stepOf('write').write, next, error };
}

function branch(whenTrue: StepId, whenFalse: StepId): StepKind {
  const [argument] = allCalls(sample.knowledge).flatMap((call) => call.arguments);
  assert.ok(argument);
  return { kind: 'branch', condition: argument, test: 'truthy', whenTrue, whenFalse };
}

function tell(value: boolean, next: StepId): StepKind {
  return { kind: 'result', slot: 's', value, next };
}

const exit: StepKind = { kind: 'exit' };
