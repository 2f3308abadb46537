import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
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
  const judged = { ...analysis, units: analysis.units.map(withoutVouched) };
  for (const rule of rules) {
    try {
      findings.push(...rule.run(judged));
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

/** What the user vouches for is shown, and no trap. */
function withoutVouched(unit: Unit): Unit {
  const effects = unit.effects.filter(({ vouchedFor }) => vouchedFor !== true);
  return effects.length === unit.effects.length ? unit : { ...unit, effects };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
