import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { failureOf } from '../analysis-failure.ts';

/** What the worker is asked for: the facts alone, no rules. Plain data, because it crosses a thread. */
export interface FactsJob {
  readonly root: string;
  /** Absolute. */
  readonly paths: readonly string[];
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** A file whose units get crash tables; relative to the root. */
  readonly crashTablesOf?: string;
  /** Whether what a map shows is stated as well. */
  readonly withDelivery?: boolean;
}

export type FactsReply = { readonly kind: 'done'; readonly analysis: Analysis } | ReturnType<typeof failureOf>;

export type RunFacts = (job: FactsJob) => Promise<FactsReply>;
