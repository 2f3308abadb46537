import type { Trace } from './trace.ts';

/** From what one wishes for to what one does not know. */
export const guarantees = [
  'exactly-once',
  'effectively-once',
  'at-least-once',
  'at-most-once',
  'none',
  'unknown',
] as const;

/** What all explored runs agree on about one effect. */
export type Guarantee = (typeof guarantees)[number];

/** End states, with Jepsen's name where it has one. */
export type Anomaly = 'duplicate' | 'lost-write' | 'aborted-read' | 'stuck';

/** The verdict on one effect, with the shortest run behind each anomaly. */
export interface Verdict {
  readonly guarantee: Guarantee;
  /** One sentence: why the guarantee holds or does not. */
  readonly reason: string;
  readonly anomalies: readonly { readonly kind: Anomaly; readonly trace: Trace }[];
}
