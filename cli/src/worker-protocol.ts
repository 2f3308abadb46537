import type { SettableRule } from '@kafka-eos/linter/settings';
import type { MapRequest, MapResult } from '@kafka-eos/linter/map/map-workspace';
import type { FixResult } from '@kafka-eos/linter/lint-result';
import type { Level } from '@kafka-eos/linter/config/levels';

/** What the worker is asked: plain data, because it crosses a thread. */
export interface AnalysisJob {
  readonly root: string;
  readonly paths: readonly string[];
  readonly includeTests: boolean;
  readonly maxStates: number;
  readonly faults: 1 | 2;
  readonly settings: {
    readonly configFile?: string;
    readonly preset?: 'recommended' | 'strict';
    readonly rules: ReadonlyMap<string, Level>;
  };
  readonly fix: 'none' | 'safe' | 'unsafe';
  readonly withFixes: boolean;
}

/** The same for a map. */
export interface MapJob extends Omit<MapRequest, 'host'> {
  readonly task: 'map';
  readonly root: string;
}

/** Time spent, in milliseconds, and how often. */
export interface Timing {
  readonly name: string;
  readonly ms: number;
  readonly calls: number;
}

export type AnalysisReply =
  | (FixResult & {
      readonly kind: 'done';
      readonly rules: readonly SettableRule[];
      readonly timings: readonly Timing[];
    })
  | FailedReply;

export type MapReply = (MapResult & { readonly kind: 'mapped' }) | FailedReply;

export interface FailedReply {
  readonly kind: 'failed';
  /** What went wrong, and what the user can do. */
  readonly message: string;
  readonly stack?: string;
}
