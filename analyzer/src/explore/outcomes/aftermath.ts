import type { StepId } from '../../summaries/unit-graph.ts';
import type { Moment } from './walk.ts';

/** A moment after an effect has failed. */
export interface Aftermath extends Moment {
  /** The catch, or the `finally` that returns, in which the failure is now; -1 while it is still on its way out. */
  readonly caught: StepId;
  readonly aborted: boolean;
  /** The loop over the batch has gone on to other messages. */
  readonly passed: boolean;
  /** Something has moved the position past the message. */
  readonly moved: boolean;
  /**
   * Where a question for what the catch answered would have led if it had been answered otherwise, or the loop over the
   * answer; -1 before any.
   */
  readonly instead: StepId;
}

/** What a moment leads to: an end that is bad or not, any of some ways, or all of them. */
export type Verdict =
  | { readonly kind: 'end'; readonly swallowed: boolean }
  | { readonly kind: 'any' | 'all'; readonly next: readonly Aftermath[] };
