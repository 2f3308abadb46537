/** One-liners of a library as users write them, each with what its tags say of it. */
export interface SinkSamples {
  readonly title: string;
  /** Imports and objects that the lines use. */
  readonly setup: string;
  /** A line and the meanings of its tagged calls, in source order. */
  readonly lines: readonly (readonly [code: string, ...meanings: string[]])[];
  readonly language?: 'js';
}
