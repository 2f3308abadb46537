import { Option, type Command } from 'commander';
import type { OutputRequest } from '../check/check-options.ts';
import { parseFormat, parseOutputs } from '../check/parse-values.ts';
import {
  analysisOptions,
  toAnalysisOptions,
  valueOf,
  type RawAnalysisOptions,
} from '../command-line/analysis-options.ts';
import { guaranteesFormats, type GuaranteesFormat, type GuaranteesOptions } from './guarantees-options.ts';

type Output = OutputRequest<GuaranteesFormat>;

interface RawGuaranteesOptions extends RawAnalysisOptions {
  readonly update?: true;
  readonly format: readonly Output[];
  readonly output?: string;
}

export function guaranteesCommandLine(
  command: Command,
  action: (options: GuaranteesOptions) => Promise<void>,
): Command {
  command
    .description('Compares what every effect guarantees with kafka-eos.lock.json; fails when something got weaker.')
    .argument('[path...]', 'only the handlers in these files and folders')
    .addOption(new Option('--update', 'write what is the case now to the lock'))
    .addOption(
      new Option('--format <format>', `${guaranteesFormats.join(', ')}; repeatable, as in --format markdown=comment.md`)
        .argParser(collectFormats)
        .default([], 'text'),
    )
    .addOption(new Option('--output <file>', 'write the report to a file'));
  for (const option of analysisOptions()) command.addOption(option);
  return command.action((paths: readonly string[], raw: RawGuaranteesOptions) => {
    const outputs = parseOutputs(raw.format, raw.output, 'text');
    if ('problem' in outputs) command.error(outputs.problem);
    return action({ paths, update: raw.update === true, outputs: outputs.value, ...toAnalysisOptions(raw) });
  });
}

function collectFormats(text: string, earlier: readonly Output[]): readonly Output[] {
  return [...earlier, valueOf(parseFormat(text, guaranteesFormats))];
}
