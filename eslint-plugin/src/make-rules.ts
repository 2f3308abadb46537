import { projectUrl, ruleUrl } from '@kafka-eos/linter/rule-url';
import type { Rule } from 'eslint';
import type { JudgeFile } from './judge-file.ts';
import { namesKafka } from './kafka-names.ts';
import { listedRules, type ListedRule } from './listed-rules.ts';
import { makeRule, reportAtTop } from './make-rule.ts';
import { detailOf } from './plugin-settings.ts';
import { reportFinding } from './report-finding.ts';

/** The host's own rule beside those of the engine: it reports what they could not look at. */
export const incompleteAnalysis = 'incomplete-analysis';

/** Every rule by its name without the prefix, in alphabetical order. */
export function makeRules(judge: JudgeFile): Readonly<Record<string, Rule.RuleModule>> {
  const rules = [
    ...listedRules.map((rule) => [rule.id, ruleFor(rule, judge)] as const),
    [incompleteAnalysis, incompleteRule(judge)] as const,
  ];
  return Object.fromEntries(rules.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ruleFor({ id, summary, severity, messageIds, isAboutCode }: ListedRule, judge: JudgeFile): Rule.RuleModule {
  return makeRule({
    judge,
    description: summary,
    url: ruleUrl(id),
    isRecommended: severity.recommended !== 'off',
    messageIds,
    hasFixes: isAboutCode,
    // Whoever switches a rule on that the preset leaves out wants what it finds in the preset that has it.
    presetFor: (chosen) => (severity[chosen] === 'off' ? 'strict' : chosen),
    reports: ({ findings }, { text, settings }) =>
      findings.filter(({ rule }) => rule === id).map((finding) => reportFinding(finding, text, detailOf(settings))),
  });
}

function incompleteRule(judge: JudgeFile): Rule.RuleModule {
  return makeRule({
    judge,
    description: 'What the analysis could not look at must not pass for code without findings.',
    url: `${projectUrl}/blob/main/docs/eslint.md#incomplete-analysis`,
    isRecommended: true,
    messageIds: ['gap'],
    hasFixes: false,
    presetFor: (chosen) => chosen,
    reports: ({ gaps, blindSpots }, { text }) =>
      [...gaps, ...(namesKafka(text) ? blindSpots : [])].map((message) => reportAtTop('gap', message)),
  });
}
