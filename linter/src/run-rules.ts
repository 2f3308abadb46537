import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { RawFinding, Rule } from '@kafka-eos/rules/contract/define-rule';

export interface RuleRun {
  readonly findings: readonly RawFinding[];
  readonly notices: readonly Notice[];
  /** Rules whose findings are missing. */
  readonly failed: ReadonlySet<string>;
}

/** Runs every rule by itself: one that fails costs its own findings, is named, and makes the result incomplete. */
export function runRules(rules: readonly Rule[], analysis: Analysis): RuleRun {
  const findings: RawFinding[] = [];
  const notices: Notice[] = [];
  const failed = new Set<string>();
  for (const rule of rules) {
    try {
      findings.push(...rule.run(analysis));
    } catch (error) {
      failed.add(rule.id);
      notices.push({
        message: `the rule ${rule.id} failed (${reason(error)}); its findings are missing`,
        incomplete: true,
      });
    }
  }
  return { findings, notices, failed };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
