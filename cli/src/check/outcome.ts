import type { ConfigProblem } from '@kafka-eos/linter/config/config-problem';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import { clear, failed, found, type ExitStatus } from '../terminal/output.ts';
import type { CheckOptions } from './check-options.ts';

/** How a check ends: the exit status, and the one line that says what to do. */
export interface Outcome {
  readonly status: ExitStatus;
  readonly line?: string;
}

type ShownPath = (file: string) => string;

export type Limits = Pick<CheckOptions, 'failOn' | 'maxWarnings' | 'allowIncomplete'>;

/** What could not be done weighs more than what was found: a green or red of a part is no answer about the whole. */
export function outcomeOf(
  result: LintResult,
  writeProblems: readonly string[],
  limits: Limits,
  shownPath: ShownPath,
): Outcome {
  return (
    configOutcome(result.configProblems, shownPath) ??
    writeOutcome(writeProblems) ??
    incompleteOutcome(result, limits, shownPath) ??
    findingsOutcome(result, limits) ??
    absenceOutcome(result) ?? { status: clear }
  );
}

/** `file:line:column: message`, as far as they are known. */
export function placedMessage({ file, line, column, message }: ConfigProblem, shownPath: ShownPath): string {
  if (file === undefined) return message;
  const place = line === undefined || column === undefined ? '' : `:${line}:${column}`;
  return `${shownPath(file)}${place}: ${message}`;
}

function configOutcome(problems: readonly ConfigProblem[], shownPath: ShownPath): Outcome | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const what = first.file === undefined ? 'correct the option' : 'correct the configuration';
  return {
    status: failed,
    line: `${placedMessage(first, shownPath)}${andMore(problems.length)}; nothing was checked: ${what}`,
  };
}

function writeOutcome(problems: readonly string[]): Outcome | undefined {
  const [first] = problems;
  return first === undefined ? undefined : { status: failed, line: `${first}${andMore(problems.length)}` };
}

/** An answer about a part is no answer about the whole. */
export function incompleteOutcome(
  { notices }: Pick<LintResult, 'notices'>,
  { allowIncomplete }: Pick<Limits, 'allowIncomplete'>,
  shownPath: ShownPath,
): Outcome | undefined {
  const gaps = notices.filter(({ incomplete }) => incomplete);
  const [first] = gaps;
  if (first === undefined || allowIncomplete) return undefined;
  const where = first.file === undefined ? '' : `${shownPath(first.file)}: `;
  const reason = `${where}${first.message.replace(/\.$/, '')}${andMore(gaps.length)}`;
  return {
    status: failed,
    line: `not everything could be analysed (${reason}); correct that, or pass --allow-incomplete`,
  };
}

function findingsOutcome({ summary }: LintResult, { failOn, maxWarnings }: Limits): Outcome | undefined {
  const { errors, warnings, infos } = summary;
  const counts = { error: errors, warning: errors + warnings, info: errors + warnings + infos };
  const advice = '"kafka-eos explain RULE" tells how to get out of each';
  if (counts[failOn] > 0) {
    const level = failOn === 'error' ? '' : ` at or above "${failOn}"`;
    const noun = counts[failOn] === 1 ? 'finding' : 'findings';
    return {
      status: found,
      line: `${counts[failOn]} ${failOn === 'error' ? plural(errors) : noun}${level}; ${advice}`,
    };
  }
  if (maxWarnings !== undefined && warnings > maxWarnings) {
    return {
      status: found,
      line: `${warnings} warnings are more than --max-warnings ${maxWarnings} allows; ${advice}`,
    };
  }
  return undefined;
}

/** The notice that there is no Kafka code belongs where a person looks, whatever the format of the report is. */
function absenceOutcome({ clients, summary, notices }: LintResult): Outcome | undefined {
  return clients.length > 0 || summary.handlers > 0 ? undefined : noKafkaOutcome(notices);
}

/** What the notice of the absence says, as the one line; undefined when there is no such notice. */
export function noKafkaOutcome(notices: LintResult['notices']): Outcome | undefined {
  const words = notices.find(({ message }) => message.startsWith('no Kafka code found'))?.message;
  return words === undefined ? undefined : { status: clear, line: `${words}; check the path if that is a surprise` };
}

function plural(errors: number): string {
  return errors === 1 ? 'error' : 'errors';
}

function andMore(count: number): string {
  return count > 1 ? ` (and ${count - 1} more)` : '';
}
