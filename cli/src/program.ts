import { MOST_STATES } from '@kafka-eos/analyzer/facts/most-states';
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { failLevels, formats, type CheckOptions, type FailLevel, type OutputRequest } from './check/check-options.ts';
import { parseCount, parseFormat, parseOutputs, parseRuleLevel, type Parsed } from './check/parse-values.ts';
import type { Level } from '@kafka-eos/linter/config/levels';
import { crashCommandLine } from './crash/crash-command-line.ts';
import type { CrashOptions } from './crash/crash-options.ts';
import { guaranteesCommandLine } from './guarantees/guarantees-command-line.ts';
import type { GuaranteesOptions } from './guarantees/guarantees-options.ts';
import { mapCommandLine } from './map/map-command-line.ts';
import type { MapOptions } from './map/map-options.ts';
import { clear, failed, type ExitStatus, type Terminal } from './terminal/output.ts';
import { clean, cleanLine, safe } from './terminal/safe.ts';

/** What the commands do, so that parsing a command line can be tested without doing it. */
export interface Actions {
  readonly check: (options: CheckOptions) => Promise<ExitStatus>;
  readonly map: (options: MapOptions) => Promise<ExitStatus>;
  readonly explain: (rule: string, colour: boolean | undefined) => Promise<ExitStatus>;
  readonly crash: (options: CrashOptions) => Promise<ExitStatus>;
  readonly guarantees: (options: GuaranteesOptions) => Promise<ExitStatus>;
}

/** Runs a command line, without the program's own name, and returns the exit status. */
export async function runProgram(
  args: readonly string[],
  version: string,
  terminal: Terminal,
  actions: Actions,
): Promise<ExitStatus> {
  let status: ExitStatus = clear;
  const settle = async (action: Promise<ExitStatus>): Promise<void> => {
    status = await action;
  };
  const program = base(new Command('kafka-eos'), terminal)
    .description('Finds exactly-once traps in Kafka pipelines.')
    .version(version)
    .addHelpText('after', '\nWithout a command, "check" runs: see "kafka-eos check --help" for its options.');
  program.addCommand(
    checkCommandLine(terminal, (options) => settle(actions.check(options))),
    { isDefault: true },
  );
  program.addCommand(mapCommandLine(base(new Command('map'), terminal), (options) => settle(actions.map(options))));
  program.addCommand(explainCommandLine(terminal, (rule, colour) => settle(actions.explain(rule, colour))));
  program.addCommand(
    crashCommandLine(base(new Command('crash'), terminal), (options) => settle(actions.crash(options))),
  );
  program.addCommand(
    guaranteesCommandLine(base(new Command('guarantees'), terminal), (options) => settle(actions.guarantees(options))),
  );
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? clear : failed;
    throw error;
  }
}

function base(command: Command, terminal: Terminal): Command {
  return command.exitOverride().configureOutput({
    writeOut: (text) => {
      terminal.print(clean(text));
    },
    writeErr: (text) => {
      terminal.complain(clean(text));
    },
    outputError: (text) => {
      const line = text
        .trim()
        .replace(/^error: /, '')
        .replaceAll(/\.?\s*\n\s*/g, ' ')
        .replace(/\.$/, '');
      terminal.complain(safe`kafka-eos: ${cleanLine(line)}; see "kafka-eos --help"\n`);
    },
  });
}

/** The options of `check` as commander collects them. */
interface RawCheckOptions {
  readonly preset?: 'recommended' | 'strict';
  readonly config?: string;
  readonly rule: ReadonlyMap<string, Level>;
  readonly format: readonly OutputRequest[];
  readonly output?: string;
  readonly fix?: true;
  readonly fixUnsafe?: true;
  readonly failOn: FailLevel;
  readonly maxWarnings?: number;
  readonly allowIncomplete?: true;
  readonly includeTests?: true;
  readonly quiet?: true;
  readonly timing?: true;
  readonly maxStates: number;
  readonly thorough?: true;
  readonly color?: boolean;
}

function checkCommandLine(terminal: Terminal, action: (options: CheckOptions) => Promise<void>): Command {
  const command = base(new Command('check'), terminal)
    .description('Reports exactly-once traps in the Kafka code of files and folders.')
    .argument('[path...]', 'files and folders (default: the current folder)');
  for (const option of checkOptions()) command.addOption(option);
  return command.action((paths: readonly string[], raw: RawCheckOptions) => {
    const outputs = parseOutputs(raw.format, raw.output, 'pretty');
    if ('problem' in outputs) command.error(outputs.problem);
    else return action(toCheckOptions(paths, raw, outputs.value));
    return undefined;
  });
}

function checkOptions(): readonly Option[] {
  return [
    new Option('--preset <name>', 'the set of rules').choices(['recommended', 'strict']),
    new Option('--config <file>', 'use this configuration instead of the nearest one'),
    new Option('--rule <id=level>', 'set one rule to off, info, warning or error; repeatable')
      .argParser(collectRules)
      .default(new Map(), 'as configured'),
    new Option('--format <format>', `${formats.join(', ')}; repeatable, each with a file of its own: sarif=out.sarif`)
      .argParser(collectFormats)
      .default([], 'pretty'),
    new Option('--output <file>', 'write the report to a file'),
    new Option('--fix', 'apply fixes that keep what the program does'),
    new Option('--fix-unsafe', 'apply fixes that may change what the program does, too'),
    new Option('--fail-on <level>', 'exit with 1 for findings of this level or above')
      .choices(failLevels)
      .default('error'),
    new Option('--max-warnings <n>', 'exit with 1 for more warnings than this').argParser((text) =>
      valueOf(parseCount(text, 0)),
    ),
    new Option('--allow-incomplete', 'do not exit with 2 when a part could not be analysed'),
    new Option('--include-tests', 'check test files, too'),
    new Option('--max-states <n>', 'how many states to explore per handler')
      .argParser((text) => valueOf(parseCount(text, 1)))
      .default(MOST_STATES),
    new Option('--thorough', 'let two things go wrong in one run instead of one; takes longer'),
    new Option('--quiet', 'show errors only'),
    new Option('--timing', 'tell where the time went, on the error stream'),
    new Option('--color', 'colour the report'),
    new Option('--no-color', 'do not colour the report'),
  ];
}

function collectRules(text: string, earlier: ReadonlyMap<string, Level>): ReadonlyMap<string, Level> {
  return new Map([...earlier, valueOf(parseRuleLevel(text))]);
}

function collectFormats(text: string, earlier: readonly OutputRequest[]): readonly OutputRequest[] {
  return [...earlier, valueOf(parseFormat(text, formats))];
}

function valueOf<Value>(parsed: Parsed<Value>): Value {
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return parsed.value;
}

function toCheckOptions(
  paths: readonly string[],
  raw: RawCheckOptions,
  outputs: readonly OutputRequest[],
): CheckOptions {
  return {
    paths,
    outputs,
    ...(raw.preset === undefined ? {} : { preset: raw.preset }),
    ...(raw.config === undefined ? {} : { config: raw.config }),
    ...(raw.maxWarnings === undefined ? {} : { maxWarnings: raw.maxWarnings }),
    rules: raw.rule,
    fix: raw.fixUnsafe === true ? 'unsafe' : raw.fix === true ? 'safe' : 'none',
    failOn: raw.failOn,
    allowIncomplete: raw.allowIncomplete === true,
    includeTests: raw.includeTests === true,
    quiet: raw.quiet === true,
    timing: raw.timing === true,
    maxStates: raw.maxStates,
    thorough: raw.thorough === true,
    colour: raw.color,
  };
}

function explainCommandLine(
  terminal: Terminal,
  action: (rule: string, colour: boolean | undefined) => Promise<void>,
): Command {
  return base(new Command('explain'), terminal)
    .description('Shows the page of a rule.')
    .addArgument(new Argument('<rule>', 'the name of the rule'))
    .option('--color', 'colour the page')
    .option('--no-color', 'do not colour the page')
    .action((rule: string, { color }: { readonly color?: boolean }) => action(rule, color));
}
