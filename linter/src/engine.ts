import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { LibraryStub } from '@kafka-eos/analyzer/facts/library-stub';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import type { Rule } from '@kafka-eos/rules/contract/define-rule';

export interface AnalysisRequest {
  readonly host: WorkspaceHost;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** Faults in one run: 1 unless said otherwise. */
  readonly faults?: 1 | 2;
}

/** What a session composes. */
export interface LintEngine {
  readonly analyze: (request: AnalysisRequest) => Analysis;
  readonly libraries: readonly LibraryStub[];
  readonly rules: readonly Rule[];
}
