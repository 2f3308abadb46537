import type { LintEngine } from '@kafka-eos/linter/engine';
import type { Timing } from '../worker-protocol.ts';

/** The engine with a clock on its parts. */
export function timedEngine(engine: LintEngine): {
  readonly engine: LintEngine;
  readonly timings: () => readonly Timing[];
} {
  const spent = new Map<string, { readonly ms: number; readonly calls: number }>();
  const timed =
    <Input, Output>(name: string, run: (input: Input) => Output) =>
    (input: Input): Output => {
      const start = performance.now();
      try {
        return run(input);
      } finally {
        const { ms, calls } = spent.get(name) ?? { ms: 0, calls: 0 };
        spent.set(name, { ms: ms + performance.now() - start, calls: calls + 1 });
      }
    };
  return {
    engine: {
      ...engine,
      analyze: timed('analysis', engine.analyze),
      rules: engine.rules.map((rule) => ({ ...rule, run: timed(rule.id, (workspace) => rule.run(workspace)) })),
    },
    timings: () => [...spent].map(([name, time]) => ({ name, ...time })).sort((a, b) => b.ms - a.ms),
  };
}
