import { Command, Option } from 'commander';
import { analysisOptions, base, colourOptions, valueOf } from '../command-line/base.ts';
import { parseFormatOf, parseOutputsOf } from '../command-line/outputs.ts';
import type { Terminal } from '../terminal/output.ts';
import { guaranteesFormats, type GuaranteesOptions, type GuaranteesOutput } from './guarantees-options.ts';

interface RawGuaranteesOptions {
  readonly update?: true;
  readonly format: readonly GuaranteesOutput[];
  readonly output?: string;
  readonly allowIncomplete?: true;
  readonly includeTests?: true;
  readonly maxStates: number;
  readonly color?: boolean;
}

export function guaranteesCommandLine(
  terminal: Terminal,
  action: (options: GuaranteesOptions) => Promise<void>,
): Command {
  const command = base(new Command('guarantees'), terminal)
    .description('Compares what every effect guarantees with kafka-eos.lock.json; fails when something got weaker.')
    .argument('[path...]', 'only handlers in these files and folders')
    .addOption(new Option('--update', 'write what is the case now to the lock'))
    .addOption(
      new Option('--format <format>', `${guaranteesFormats.join(', ')}; repeatable, as in --format markdown=comment.md`)
        .argParser(collectFormats)
        .default([], 'text'),
    )
    .addOption(new Option('--output <file>', 'write the report to a file'));
  for (const option of [...analysisOptions(), ...colourOptions()]) command.addOption(option);
  return command.action((paths: readonly string[], raw: RawGuaranteesOptions) => {
    const outputs = parseOutputsOf(raw.format, raw.output, 'text');
    if ('problem' in outputs) command.error(outputs.problem);
    else return action(toOptions(paths, raw, outputs.value));
    return undefined;
  });
}

function collectFormats(text: string, earlier: readonly GuaranteesOutput[]): readonly GuaranteesOutput[] {
  return [...earlier, valueOf(parseFormatOf(text, guaranteesFormats))];
}

function toOptions(
  paths: readonly string[],
  raw: RawGuaranteesOptions,
  outputs: readonly GuaranteesOutput[],
): GuaranteesOptions {
  return {
    paths,
    update: raw.update === true,
    outputs,
    allowIncomplete: raw.allowIncomplete === true,
    includeTests: raw.includeTests === true,
    maxStates: raw.maxStates,
    colour: raw.color,
  };
}
