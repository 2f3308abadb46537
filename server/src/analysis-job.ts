import type { LintResult } from '@kafka-eos/linter/lint-result';

/** What the analysis thread is asked: plain data, because it crosses a thread. */
export interface AnalysisJob {
  /** Absolute. */
  readonly root: string;
  /** The text of open documents by absolute path; it stands in for what the disk holds. */
  readonly texts: ReadonlyMap<string, string>;
  readonly question: Question;
}

/** `file` is relative to the root. Verifying a fix costs an analysis, so fixes are asked for one file at a time. */
export type Question =
  | { readonly kind: 'findings' }
  /** Findings with the fixes that work; only those in `file` have any. */
  | { readonly kind: 'fixes'; readonly file: string }
  /** `file` with every safe fix that touches no other file. */
  | { readonly kind: 'fixed-text'; readonly file: string };

export type AnalysisReply =
  | {
      readonly kind: 'done';
      readonly result: LintResult;
      /** The answer to `fixed-text`; absent when there is nothing to fix. */
      readonly fixedText?: string;
    }
  | {
      readonly kind: 'failed';
      /** What went wrong, and what the user can do. */
      readonly message: string;
    }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'cancelled' };

/** Never rejects. */
export type Analyse = (job: AnalysisJob, signal?: AbortSignal) => Promise<AnalysisReply>;
