import type { Finding } from '@kafka-eos/linter/finding';
import type { Preset } from '@kafka-eos/rules/contract/define-rule';

/** What the analysis thread is asked about one file: plain data, because it crosses a thread. */
export interface Question {
  /** Of the workspace; absolute, with `/`. */
  readonly root: string;
  /** Absolute, with `/`; inside of the root. */
  readonly path: string;
  /** The host's text, without a byte order mark; absent when it is what the disk holds. */
  readonly text?: string;
  /** The text is what the fixes of some rule made of the one before. */
  readonly isFixed: boolean;
  readonly preset: Preset;
  readonly includeTests: boolean;
}

export type Answer =
  | {
      readonly kind: 'checked';
      /** Those of the file, with the fixes that work; their files are relative to the root. */
      readonly findings: readonly Finding[];
      /** What of the file was not analysed, in words. */
      readonly gaps: readonly string[];
      /** What of the workspace was not, wherever that is. */
      readonly blindSpots: readonly string[];
    }
  | {
      /** Nothing was checked. */
      readonly kind: 'failed';
      /** Why not, and what to do, on one line. */
      readonly message: string;
    };

/** Answers one question, and returns when it has. Never throws. */
export type Ask = (question: Question) => Answer;
