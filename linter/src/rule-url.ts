/** Where the pages of the project are published. */
export const projectUrl = 'https://github.com/kafka-eos/kafka-eos';

const pages = `${projectUrl}/blob/main/docs`;

/** Findings about suppressions belong to no rule, and are explained on one page. */
export const suppressionRules = ['suppression-without-reason', 'unused-suppression'] as const;

export type SuppressionRule = (typeof suppressionRules)[number];

/** The page that explains a rule. */
export function ruleUrl(rule: string): string {
  const aboutSuppressions = suppressionRules.some((id) => id === rule);
  return aboutSuppressions ? `${pages}/suppressions.md` : `${pages}/rules/${rule}.md`;
}
