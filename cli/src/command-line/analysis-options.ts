import { MOST_STATES } from '@kafka-eos/analyzer/facts/most-states';
import { InvalidArgumentError, Option } from 'commander';
import { parseCount, type Parsed } from '../check/parse-values.ts';

/** How much of the workspace is analysed, as commander collects it. */
export interface RawAnalysisOptions {
  readonly allowIncomplete?: true;
  readonly includeTests?: true;
  readonly maxStates: number;
  readonly color?: boolean;
}

export interface AnalysisOptions {
  readonly allowIncomplete: boolean;
  readonly includeTests: boolean;
  readonly maxStates: number;
  /** `--color` or `--no-color`; undefined when neither was given. */
  readonly colour: boolean | undefined;
}

/** What every command takes that shows what the analysis found. */
export function analysisOptions(): readonly Option[] {
  return [
    new Option('--allow-incomplete', 'do not exit with 2 when a part could not be analysed'),
    new Option('--include-tests', 'analyse test files, too'),
    new Option('--max-states <n>', 'how many states to explore per effect')
      .argParser((text) => valueOf(parseCount(text, 1)))
      .default(MOST_STATES),
    new Option('--color', 'colour the output'),
    new Option('--no-color', 'do not colour the output'),
  ];
}

export function toAnalysisOptions(raw: RawAnalysisOptions): AnalysisOptions {
  return {
    allowIncomplete: raw.allowIncomplete === true,
    includeTests: raw.includeTests === true,
    maxStates: raw.maxStates,
    colour: raw.color,
  };
}

/** For commander: the value, or the exception that it wants. */
export function valueOf<Value>(parsed: Parsed<Value>): Value {
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return parsed.value;
}
