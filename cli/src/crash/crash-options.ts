export const crashFormats = ['text', 'json', 'markdown'] as const;
export type CrashFormat = (typeof crashFormats)[number];

/** `kafka-eos crash`, as asked for. */
export interface CrashOptions {
  /** `FILE`, `FILE:LINE` or `FILE:LINE:COLUMN`, as every report writes a place. */
  readonly place: string;
  readonly format: CrashFormat;
  /** Write there and not to the standard output. */
  readonly output?: string;
  readonly allowIncomplete: boolean;
  readonly includeTests: boolean;
  readonly maxStates: number;
  readonly colour: boolean | undefined;
}
