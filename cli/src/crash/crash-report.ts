import type { Notice } from '@kafka-eos/analyzer/facts/notice';
import type { Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import type { CrashView } from './crash-view.ts';

/** Everything that a format may show. */
export interface CrashReport {
  /** What was asked: `FILE` or `FILE:LINE`. */
  readonly views: readonly CrashView[];
  readonly notices: readonly Notice[];
  readonly shownPath: (file: string) => string;
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

export type CrashReporter = (report: CrashReport) => Safe;
