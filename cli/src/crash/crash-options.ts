import type { AnalysisOptions } from '../command-line/analysis-options.ts';

export const crashFormats = ['text', 'json', 'markdown'] as const;
export type CrashFormat = (typeof crashFormats)[number];

/** `kafka-eos crash`, as asked for. */
export interface CrashOptions extends AnalysisOptions {
  /** `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`, as every report writes a place. */
  readonly place: string;
  readonly format: CrashFormat;
  /** Write there and not to the standard output. */
  readonly output?: string;
}
