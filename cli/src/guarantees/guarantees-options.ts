import type { OutputRequest } from '../check/check-options.ts';
import type { AnalysisOptions } from '../command-line/analysis-options.ts';

export const guaranteesFormats = ['text', 'json', 'markdown'] as const;
export type GuaranteesFormat = (typeof guaranteesFormats)[number];

/** `kafka-eos guarantees`, as asked for. Paths are as the user wrote them. */
export interface GuaranteesOptions extends AnalysisOptions {
  readonly paths: readonly string[];
  readonly update: boolean;
  readonly outputs: readonly OutputRequest<GuaranteesFormat>[];
}
