import assert from 'node:assert/strict';
import type { TraceStep } from '@kafka-eos/analyzer/facts/trace';
import { badges, nearestFirst } from './crash-traces.ts';

function step(line: number, kind: TraceStep['kind'], message: string, file = 'a.ts'): TraceStep {
  return { place: { file, start: { line, column: 1 }, end: { line, column: 9 } }, kind, message };
}

const run = [
  step(3, 'receive', 'handed over'),
  step(5, 'effect', 'charged'),
  step(3, 'fault', 'the process crashes'),
  step(5, 'outcome', 'charged twice'),
];

describe('the badges of a trace', () => {
  it('stand once in a line, with the numbers of all its steps', () => {
    assert.deepEqual(
      badges(run).map(({ line, numbers, kind }) => `${String(line)}: ${numbers} ${kind}`),
      ['3: 1 3 fault', '5: 2 4 fault'],
    );
  });

  it('keep equal lines of different files apart', () => {
    const other = [step(3, 'receive', 'handed over'), step(3, 'effect', 'charged', 'b.ts')];
    assert.deepEqual(
      badges(other).map(({ file, numbers }) => `${file}: ${numbers}`),
      ['a.ts: 1', 'b.ts: 2'],
    );
  });

  it('say what happens at each step', () => {
    assert.deepEqual(badges(run)[0]?.messages, ['1. handed over', '3. the process crashes']);
  });
});

describe('the traces at a line', () => {
  it('begin with those that end there', () => {
    const far = { title: 'far', unit: 'u', steps: [step(9, 'outcome', 'twice')] };
    const near = { title: 'near', unit: 'u', steps: run };
    assert.deepEqual(
      nearestFirst([far, near], 'a.ts', 5).map(({ title }) => title),
      ['near', 'far'],
    );
  });
});
