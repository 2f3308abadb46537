import type { Finding } from '@kafka-eos/linter/finding';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import type { SettableRule } from '@kafka-eos/linter/settings';
import type { Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';

/** A notice as reports show it; problems of the configuration are notices too. */
export interface ReportNotice {
  readonly message: string;
  readonly file?: string;
  readonly incomplete: boolean;
}

/** Everything that a reporter may show. Files are relative to the workspace. */
export interface Report {
  /** What is left of the findings after `--quiet`; the summary counts them all. */
  readonly findings: readonly Finding[];
  readonly notices: readonly ReportNotice[];
  readonly summary: LintResult['summary'];
  readonly clients: readonly string[];
  /** False when the configuration kept anything from being checked. */
  readonly checked: boolean;
  readonly durationMs: number;
  readonly applied: { readonly fixes: number; readonly files: number };
  readonly rules: readonly SettableRule[];
  readonly version: string;
  /** A file as the user sees it from where the command runs. */
  readonly shownPath: (file: string) => string;
  /** A file as the repository's host spells it in annotations. */
  readonly repositoryPath: (file: string) => string;
  readonly textOf: (file: string) => string | undefined;
  readonly style: Style;
}

export type Reporter = (report: Report) => Safe;
