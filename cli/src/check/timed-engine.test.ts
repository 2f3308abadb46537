import { noClientUse } from '@kafka-eos/analyzer/facts/client-use';
import assert from 'node:assert/strict';
import type { LintEngine } from '@kafka-eos/linter/engine';
import { timedEngine } from './timed-engine.ts';

describe('timedEngine', () => {
  it('counts what runs, even when it fails', () => {
    const engine: LintEngine = {
      analyze: () => {
        throw new Error('no analysis');
      },
      libraries: [],
      rules: [
        {
          id: 'a-rule',
          summary: 'x',
          severity: { recommended: 'error', strict: 'error' },
          messageIds: [],
          run: () => [],
        },
      ],
    };
    const timed = timedEngine(engine);
    const workspace = { units: [], consumers: [], topicWrites: [], clientUse: noClientUse };
    assert.deepEqual(timed.engine.rules[0]?.run(workspace), []);
    timed.engine.rules[0].run(workspace);
    const host = {
      root: '/',
      readFile: () => ({ kind: 'missing' }) as const,
      readFolder: () => [],
      kindOf: () => 'missing' as const,
      realPath: (path: string) => path,
    };
    assert.throws(() => timed.engine.analyze({ host, paths: [], libraries: [], includeTests: false, maxStates: 1 }));
    const calls = new Map(timed.timings().map((timing) => [timing.name, timing.calls]));
    assert.deepEqual(
      calls,
      new Map([
        ['a-rule', 2],
        ['analysis', 1],
      ]),
    );
    assert.ok(timed.timings().every(({ ms }) => ms >= 0));
  });
});
