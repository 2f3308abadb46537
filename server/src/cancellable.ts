import type { LintEngine } from '@kafka-eos/linter/engine';

/** Ends a job that nobody waits for. */
export class Cancelled extends Error {}

/** The same engine, which begins no further analysis once the answer is not wanted any more. */
export function cancellable(engine: LintEngine, isCancelled: () => boolean): LintEngine {
  return {
    ...engine,
    analyze: (request) => {
      if (isCancelled()) throw new Cancelled();
      return engine.analyze(request);
    },
  };
}
