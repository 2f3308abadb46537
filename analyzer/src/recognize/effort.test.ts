import assert from 'node:assert/strict';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';
import { openEffort, type Effort } from './effort.ts';

describe('the effort that goes into a question', () => {
  const countDown = (effort: Effort, from: number): number =>
    from === 0 || effort.isSpent() ? from : effort.on(() => countDown(effort, from - 1));

  it('is spent after so many pieces of work, and there is as much for the next question', () => {
    const effort = openEffort(10);
    assert.equal(countDown(effort, 9), 0);
    assert.equal(countDown(effort, 15), 5);
    assert.equal(effort.isSpent(), false);
    assert.equal(countDown(effort, 9), 0);
  });

  it('is begun anew after a failure', () => {
    const effort = openEffort(2);
    assert.throws(() => effort.on(() => effort.on(() => assert.fail('of the work'))));
    assert.equal(countDown(effort, 2), 0);
  });

  it('keeps a tower of helpers, each of which calls the next one several times, from taking for ever', () => {
    const levels = Array.from({ length: 22 }, (_, level) =>
      level === 0
        ? 'const f0 = (x: any): any => x;'
        : `const f${level} = (x: any): any => f${level - 1}(x) ?? f${level - 1}(x);`,
    );
    const { graph } = unitOf(handlerFile('await f21(bank).charge({});', levels.join('\n')));
    assert.ok(graph.steps.length > 0);
  }).timeout(20_000);
});
