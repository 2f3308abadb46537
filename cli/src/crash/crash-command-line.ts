import { Argument, Command, Option } from 'commander';
import { analysisOptions, base, colourOptions } from '../command-line/base.ts';
import type { Terminal } from '../terminal/output.ts';
import { crashFormats, type CrashFormat, type CrashOptions } from './crash-options.ts';

interface RawCrashOptions {
  readonly format: CrashFormat;
  readonly output?: string;
  readonly allowIncomplete?: true;
  readonly includeTests?: true;
  readonly maxStates: number;
  readonly color?: boolean;
}

export function crashCommandLine(terminal: Terminal, action: (options: CrashOptions) => Promise<void>): Command {
  const command = base(new Command('crash'), terminal)
    .description('Shows what a crash at each point of a handler leads to.')
    .addArgument(new Argument('<place>', 'FILE or FILE:LINE; the line may be anywhere in what the handler runs'))
    .addOption(new Option('--format <format>', 'how to show it').choices(crashFormats).default('text'))
    .addOption(new Option('--output <file>', 'write it to a file'));
  for (const option of [...analysisOptions(), ...colourOptions()]) command.addOption(option);
  return command.action((place: string, raw: RawCrashOptions) =>
    action({
      place,
      format: raw.format,
      ...(raw.output === undefined ? {} : { output: raw.output }),
      allowIncomplete: raw.allowIncomplete === true,
      includeTests: raw.includeTests === true,
      maxStates: raw.maxStates,
      colour: raw.color,
    }),
  );
}
