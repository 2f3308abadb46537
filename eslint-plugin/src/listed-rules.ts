import { suppressionRuleTable } from '@kafka-eos/linter/suppressions/suppression-findings';
import type { SettableRule } from '@kafka-eos/linter/settings';
import { allRules } from '@kafka-eos/rules';

/** A rule of the engine as far as a host has to know it. */
export interface ListedRule extends SettableRule {
  readonly messageIds: readonly string[];
  /** Whether its findings are about code, which fixes can change. */
  readonly isAboutCode: boolean;
}

/** Every rule that the engine reports, in alphabetical order. */
export const listedRules: readonly ListedRule[] = [
  ...allRules.map((rule) => ({ ...rule, isAboutCode: true })),
  ...suppressionRuleTable.map((rule) => ({ ...rule, isAboutCode: false })),
].sort((a, b) => (a.id < b.id ? -1 : 1));
