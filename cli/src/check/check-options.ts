import type { Level } from '@kafka-eos/linter/config/levels';

export const formats = ['pretty', 'compact', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

export const failLevels = ['error', 'warning', 'info'] as const;
export type FailLevel = (typeof failLevels)[number];

/** A report and where it goes; without a file, to the standard output. */
export interface OutputRequest<F extends string = Format> {
  readonly format: F;
  readonly file?: string;
}

/** `kafka-eos check`, as asked for. Paths are as the user wrote them. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly outputs: readonly OutputRequest[];
  readonly preset?: 'recommended' | 'strict';
  readonly config?: string;
  readonly rules: ReadonlyMap<string, Level>;
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly failOn: FailLevel;
  readonly maxWarnings?: number;
  readonly allowIncomplete: boolean;
  readonly includeTests: boolean;
  readonly quiet: boolean;
  readonly timing: boolean;
  readonly maxStates: number;
  /** Two faults in one run instead of one. */
  readonly thorough: boolean;
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly colour: boolean | undefined;
}
