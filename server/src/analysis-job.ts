import type { FixLevel } from '@kafka-eos/linter/fixes/plan-fixes';
import type { FileGuide } from '@kafka-eos/linter/guide/file-guide';
import type { LintResult } from '@kafka-eos/linter/lint-result';
import type { FolderSettings } from './folder-settings.ts';

/** What the analysis thread is asked: plain data, because it crosses a thread. */
export interface AnalysisJob {
  /** Absolute. */
  readonly root: string;
  /** The roots of all open folders: what is known about others is not worth keeping. */
  readonly folders: readonly string[];
  /** The text of open documents by absolute path; it stands in for what the disk holds. */
  readonly texts: ReadonlyMap<string, string>;
  /** The same number as in the job before: the disk holds what it held then, as far as anybody was told. */
  readonly disk: number;
  readonly settings: FolderSettings;
  readonly question: Question;
}

/** `file` is relative to the root; lines are 1-based. Verifying a fix costs an analysis: it is done where it is asked for. */
export type Question =
  | { readonly kind: 'findings' }
  /** Findings with the fixes that work; only those of `file` that touch these lines have any. */
  | { readonly kind: 'fixes'; readonly file: string; readonly from: number; readonly to: number }
  /** `file` with the fixes that touch no other file: all safe ones, or those of one rule. */
  | { readonly kind: 'fixed-text'; readonly file: string; readonly rule?: string; readonly level: FixLevel }
  /** What there is to say about `file` besides findings. */
  | { readonly kind: 'guide'; readonly file: string }
  | ViewQuestion;

/** What the views of an editor show: the delivery map of the folder, the crash tables of the unit at a line. */
export type ViewQuestion =
  { readonly kind: 'map' } | { readonly kind: 'crash'; readonly file: string; readonly line: number };

export interface Done {
  readonly kind: 'done';
  readonly result: LintResult;
  /** The answer to `fixed-text`; absent when there is nothing to fix. */
  readonly fixedText?: string;
  /** The answer to `guide`; absent when nothing could be checked. */
  readonly guide?: FileGuide;
  /** The answer to a view's question, as it is sent to the editor. */
  readonly view?: unknown;
}

export type AnalysisReply =
  | Done
  | {
      readonly kind: 'failed';
      /** What went wrong, and what the user can do. */
      readonly message: string;
    }
  /** Nobody waits for the answer any more. */
  | { readonly kind: 'cancelled' };

/** Never rejects. */
export type Analyse = (job: AnalysisJob, signal?: AbortSignal) => Promise<AnalysisReply>;
