import assert from 'node:assert/strict';
import { openAnalysis } from './ask-and-wait.ts';
import type { Answer, Ask } from './protocol.ts';

const question = { root: '/', preset: 'recommended', includeTests: false, isFixed: false } as const;
const answered = (gap: string): Answer => ({ kind: 'checked', findings: [], gaps: [gap], blindSpots: [] });

function openMoody(script = 'moody-thread'): { readonly ask: (path: string) => Answer; readonly later: () => void } {
  let time = 0;
  const ask: Ask = openAnalysis(new URL(`./testing/${script}.js`, import.meta.url), () => time);
  return { ask: (path) => ask({ ...question, path }), later: () => (time += 60_001) };
}

describe('asking and waiting', () => {
  it('gives the answers in the order of the questions', () => {
    const { ask } = openMoody();
    assert.deepEqual(['/a', '/b', '/c'].map(ask), ['/a', '/b', '/c'].map(answered));
  });

  for (const [path, message] of [
    ['/throw', /^internal error: out of luck; please report it at https/],
    ['/exit', /^internal error: the analysis stopped with code 3; please/],
  ] as const) {
    it(`outlives an analysis that ends by ${path.slice(1)}, and starts another one later`, () => {
      const { ask, later } = openMoody();
      const answer = ask(path);
      assert.equal(answer.kind, 'failed');
      assert.match(answer.message, message);
      assert.deepEqual(ask('/a'), answer, 'not once per file');
      later();
      assert.deepEqual(ask('/a'), answered('/a'));
    });
  }

  it('outlives an analysis that cannot be loaded', () => {
    const answer = openMoody('no-such-thread').ask('/a');
    assert.equal(answer.kind, 'failed');
    assert.match(answer.message, /no-such-thread/);
  });
});
