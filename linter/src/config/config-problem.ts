/** Why the settings cannot be used, and where. */
export interface ConfigProblem {
  /** Absolute; absent when the caller's own request is the problem. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}
