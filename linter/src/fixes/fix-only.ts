import type { Fix, RawFinding } from '@kafka-eos/rules/contract/define-rule';
import type { LintEngine } from '../engine.ts';

/** The same engine, whose findings outside the file propose nothing: verifying a fix that nobody asked for costs too much. */
export function fixOnly(engine: LintEngine, file: string, wanted: (fix: Fix) => boolean = () => true): LintEngine {
  const limited = (finding: RawFinding): RawFinding => ({
    ...finding,
    fixes: () => (finding.place.file === file ? finding.fixes().filter(wanted) : []),
  });
  return {
    ...engine,
    rules: engine.rules.map((rule) => ({ ...rule, run: (workspace) => rule.run(workspace).map(limited) })),
  };
}
