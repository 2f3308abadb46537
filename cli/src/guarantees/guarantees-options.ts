export const guaranteesFormats = ['text', 'json', 'markdown'] as const;
export type GuaranteesFormat = (typeof guaranteesFormats)[number];

/** A report and where it goes; without a file, to the standard output. */
export interface GuaranteesOutput {
  readonly format: GuaranteesFormat;
  readonly file?: string;
}

/** `kafka-eos guarantees`, as asked for. Paths are as the user wrote them. */
export interface GuaranteesOptions {
  readonly paths: readonly string[];
  readonly update: boolean;
  readonly outputs: readonly GuaranteesOutput[];
  readonly allowIncomplete: boolean;
  readonly includeTests: boolean;
  readonly maxStates: number;
  readonly colour: boolean | undefined;
}
