import { Argument, Option, type Command } from 'commander';
import { analysisOptions, toAnalysisOptions, type RawAnalysisOptions } from '../command-line/analysis-options.ts';
import { crashFormats, type CrashFormat, type CrashOptions } from './crash-options.ts';

interface RawCrashOptions extends RawAnalysisOptions {
  readonly format: CrashFormat;
  readonly output?: string;
}

export function crashCommandLine(command: Command, action: (options: CrashOptions) => Promise<void>): Command {
  command
    .description('Shows what a crash at each point of a handler leads to.')
    .addArgument(new Argument('<place>', 'FILE or FILE:LINE; the line may be anywhere in what the handler runs'))
    .addOption(new Option('--format <format>', 'how to show it').choices(crashFormats).default('text'))
    .addOption(new Option('--output <file>', 'write it to a file'));
  for (const option of analysisOptions()) command.addOption(option);
  return command.action((place: string, raw: RawCrashOptions) => {
    const output = raw.output === undefined ? {} : { output: raw.output };
    return action({ place, format: raw.format, ...output, ...toAnalysisOptions(raw) });
  });
}
