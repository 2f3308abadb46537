import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { LibraryStub } from '@kafka-eos/analyzer/facts/library-stub';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Rule } from '@kafka-eos/rules/contract/define-rule';
import type { SettableRule, Settings, SettingsRequest } from './settings.ts';

export interface AnalysisRequest {
  readonly host: WorkspaceHost;
  /** Absolute. */
  readonly paths: readonly string[];
  /** See the analyzer: as far up, code outside the paths counts that imports lead to from within. */
  readonly outermost?: string;
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** See the analyzer: the same number as before, where only the host's overlay may differ. */
  readonly disk?: number;
  /** Whether the analysis states what only a map shows. */
  readonly withDelivery?: boolean;
  /** Units that enter this file get their crash tables; relative to the workspace. */
  readonly crashTablesOf?: string;
  /** Faults in one run: 1 unless said otherwise. */
  readonly faults?: 1 | 2;
}

/** What a session composes. */
export interface LintEngine {
  readonly analyze: (request: AnalysisRequest) => Analysis;
  readonly libraries: readonly LibraryStub[];
  readonly rules: readonly Rule[];
  /** Reads the settings of a workspace; absent: anew each time. */
  readonly openSettings?: (request: AnalysisSettings) => Settings;
}

export interface AnalysisSettings {
  readonly host: WorkspaceHost;
  readonly settings: SettingsRequest;
  readonly rules: readonly SettableRule[];
  readonly disk?: number;
}
