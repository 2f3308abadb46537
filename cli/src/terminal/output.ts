import type { Safe } from './safe.ts';

/** The process as the commands see it. Only safe text goes out. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** How wide the terminal is; undefined where nobody knows. */
  readonly columns: number | undefined;
  /** True when somebody watches the error stream, so that waiting should be explained. */
  readonly isWatched: boolean;
  readonly print: (text: Safe) => void;
  readonly complain: (text: Safe) => void;
}

/** Exit statuses, as documented. */
export const clear = 0;
export const found = 1;
export const failed = 2;
export const interrupted = 130;

export type ExitStatus = typeof clear | typeof found | typeof failed;
