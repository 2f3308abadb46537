import type { OutputRequest } from '../check/check-options.ts';

export const mapFormats = ['text', 'mermaid', 'svg', 'html', 'json', 'markdown'] as const;
export type MapFormat = (typeof mapFormats)[number];

/** `kafka-eos map`, as asked for. Paths are as the user wrote them. */
export interface MapOptions {
  readonly paths: readonly string[];
  readonly outputs: readonly OutputRequest<MapFormat>[];
  /** Whether to list what is unknown, and how to tell. */
  readonly explain: boolean;
  readonly allowIncomplete: boolean;
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly colour: boolean | undefined;
}
