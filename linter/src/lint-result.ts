import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { ConfigProblem } from './config/config-problem.ts';
import type { Finding } from './finding.ts';

export interface LintSummary {
  /** Files that Kafka code can reach. */
  readonly files: number;
  /** Files that were looked at for Kafka packages. */
  readonly filesScanned: number;
  readonly handlers: number;
  readonly transactions: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Plain data: it crosses threads and ends up in reports. */
export interface LintResult {
  /** Sorted by place. */
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly summary: LintSummary;
  /** The Kafka packages in sight. */
  readonly clients: readonly string[];
  /** When there are any, nothing was checked. */
  readonly configProblems: readonly ConfigProblem[];
}

/** A file that fixes change. */
export interface FixedFile {
  /** Absolute. */
  readonly path: string;
  /** What the file must still hold when it is written. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface FixResult {
  /** The workspace as it is once the files are written. */
  readonly result: LintResult;
  readonly files: readonly FixedFile[];
  readonly applied: number;
}
