import { MOST_STATES } from '@kafka-eos/analyzer/facts/most-states';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { OutputRequest } from '../check/check-options.ts';
import { parseCount, parseFormat, parseOutputs } from '../check/parse-values.ts';
import { mapFormats, type MapFormat, type MapOptions } from './map-options.ts';

/** The options of `map` as commander collects them. */
interface RawMapOptions {
  readonly format: readonly OutputRequest<MapFormat>[];
  readonly output?: string;
  readonly explain?: true;
  readonly allowIncomplete?: true;
  readonly includeTests?: true;
  readonly maxStates: number;
  readonly color?: boolean;
}

export function mapCommandLine(command: Command, action: (options: MapOptions) => Promise<void>): Command {
  command
    .description(
      'Shows every pipeline: what is inside its Kafka transaction, what is not, and what each effect guarantees.',
    )
    .argument('[path...]', 'files and folders (default: the current folder)');
  for (const option of mapCommandOptions()) command.addOption(option);
  return command.action((paths: readonly string[], raw: RawMapOptions) => {
    const outputs = parseOutputs(raw.format, raw.output, 'text');
    if ('problem' in outputs) command.error(outputs.problem);
    return action({
      paths,
      outputs: outputs.value,
      explain: raw.explain === true,
      allowIncomplete: raw.allowIncomplete === true,
      includeTests: raw.includeTests === true,
      maxStates: raw.maxStates,
      colour: raw.color,
    });
  });
}

function mapCommandOptions(): readonly Option[] {
  return [
    new Option('--format <format>', `${mapFormats.join(', ')}; repeatable, each with a file of its own: svg=map.svg`)
      .argParser(collectFormats)
      .default([], 'text'),
    new Option('--output <file>', 'write the map to a file'),
    new Option('--explain', 'list what is unknown, and how to tell the tool'),
    new Option('--allow-incomplete', 'do not exit with 2 when a part could not be analysed'),
    new Option('--include-tests', 'map test files, too'),
    new Option('--max-states <n>', 'how many states to explore per handler').argParser(count).default(MOST_STATES),
    new Option('--color', 'colour the text'),
    new Option('--no-color', 'do not colour the text'),
  ];
}

function collectFormats(
  text: string,
  earlier: readonly OutputRequest<MapFormat>[],
): readonly OutputRequest<MapFormat>[] {
  const parsed = parseFormat(text, mapFormats);
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return [...earlier, parsed.value];
}

function count(text: string): number {
  const parsed = parseCount(text, 1);
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return parsed.value;
}
