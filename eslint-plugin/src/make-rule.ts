import type { Preset } from '@kafka-eos/rules/contract/define-rule';
import type { Rule } from 'eslint';
import { namesKafka } from './kafka-names.ts';
import type { JudgeFile, LintedFile } from './judge-file.ts';
import { chosenPreset, optionsSchema } from './rule-options.ts';
import { lintedFile } from './linted-file.ts';
import type { Answer } from './protocol.ts';

type Checked = Extract<Answer, { readonly kind: 'checked' }>;
type Report = (context: Rule.RuleContext) => void;

/** The message of a file when nothing could be checked. Every rule has it, so that none is green by silence. */
const failedId = 'analysis-failed';

/** The words of every message come complete from the engine. */
const wholeText = '{{text}}';

export interface RuleParts {
  readonly description: string;
  readonly url: string;
  readonly isRecommended: boolean;
  readonly messageIds: readonly string[];
  readonly hasFixes: boolean;
  readonly judge: JudgeFile;
  /** The preset whose findings the rule shows, given the one that was chosen. */
  readonly presetFor: (chosen: Preset) => Preset;
  /** What to say about the file, one report each. */
  readonly reports: (checked: Checked, file: LintedFile) => readonly Report[];
}

/** A rule of the host that says what the analysis says. It never looks at the syntax tree. */
export function makeRule({ judge, presetFor, reports, ...parts }: RuleParts): Rule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: parts.description, url: parts.url, recommended: parts.isRecommended },
      ...(parts.hasFixes ? { fixable: 'code', hasSuggestions: true } : {}),
      messages: Object.fromEntries([...parts.messageIds, failedId].map((id) => [id, wholeText])),
      schema: [optionsSchema],
    },
    create: (context) => {
      const file = lintedFile(context);
      if (file === undefined) return {};
      const answer = judge(file, presetFor(chosenPreset(context.options)));
      const own = answer.kind === 'failed' ? failureReports(answer.message, file) : reports(answer, file);
      // A visitor costs some hosts the whole tree: none, when there is nothing to say.
      if (own.length === 0) return {};
      return {
        Program: () => {
          for (const report of own) report(context);
        },
      };
    },
  };
}

/** Something about the whole file. */
export function reportAtTop(messageId: string, text: string): Report {
  return (context) => {
    context.report({ messageId, data: { text }, loc: { line: 1, column: 0 } });
  };
}

/** Only where an analysis was due: it would be noise in every other file. */
function failureReports(message: string, { text }: LintedFile): readonly Report[] {
  return namesKafka(text) ? [reportAtTop(failedId, `Nothing was checked: ${message}`)] : [];
}
