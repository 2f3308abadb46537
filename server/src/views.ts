import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { LintEngine } from '@kafka-eos/linter/engine';

/** What the views of an editor are made of, as plain data. */
export interface Views {
  readonly map: (host: WorkspaceHost, engine: LintEngine) => unknown;
  /** The units that the line (1-based) of a file, relative to the root, belongs to. */
  readonly crash: (host: WorkspaceHost, engine: LintEngine, file: string, line: number) => unknown;
}

export const views: Views = {
  map: () => null,
  crash: () => null,
};
