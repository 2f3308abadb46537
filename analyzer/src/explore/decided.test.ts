import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decidedShape, decidedWay, MOST_DECIDED, MOST_SHAPES, shapeOf, wayOf } from './decided.ts';
import { start, type State } from './state.ts';

const ways = ['one', 'other'] as const;
const shapes = ['none', 'one', 'own first', 'other first'] as const;
const messages = [1, 2] as const;

const aWay = fc.constantFrom(undefined, ...ways);
const aShape = fc.constantFrom(undefined, ...shapes);
const decisions = fc.record({
  ways: fc.array(aWay, { minLength: 2 * MOST_DECIDED, maxLength: 2 * MOST_DECIDED }),
  shapes: fc.array(aShape, { minLength: 2 * MOST_SHAPES, maxLength: 2 * MOST_SHAPES }),
});

function about(state: State, current: 1 | 2): State {
  return { ...state, current };
}

describe('what is decided of a message', () => {
  it('is remembered of each message, branch and loop by itself', () => {
    fc.assert(
      fc.property(decisions, (decided) => {
        let state = start(0, 1, 2, true);
        for (const current of messages) {
          for (let bit = 0; bit < MOST_DECIDED; bit += 1) {
            const way = decided.ways[(current - 1) * MOST_DECIDED + bit];
            if (way !== undefined) state = { ...state, decided: decidedWay(about(state, current), bit, way) };
          }
          for (let bit = 0; bit < MOST_SHAPES; bit += 1) {
            const shape = decided.shapes[(current - 1) * MOST_SHAPES + bit];
            if (shape !== undefined) state = { ...state, decided: decidedShape(about(state, current), bit, shape) };
          }
        }
        const read = messages.map((current) => about(state, current));
        assert.deepEqual(
          read.flatMap((one) => Array.from({ length: MOST_DECIDED }, (_, bit) => wayOf(one, bit))),
          decided.ways,
        );
        assert.deepEqual(
          read.flatMap((one) => Array.from({ length: MOST_SHAPES }, (_, bit) => shapeOf(one, bit))),
          decided.shapes,
        );
      }),
    );
  });
});
