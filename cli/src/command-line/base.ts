import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseCount } from '../check/parse-values.ts';
import type { Terminal } from '../terminal/output.ts';
import { clean, cleanLine, safe } from '../terminal/safe.ts';
import type { Parsed } from './parsed.ts';

/** What all commands share: nothing ends the process, and a wrong option is one line. */
export function base(command: Command, terminal: Terminal): Command {
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

/** For commander: the value, or the exception that it wants. */
export function valueOf<Value>(parsed: Parsed<Value>): Value {
  if ('problem' in parsed) throw new InvalidArgumentError(parsed.problem);
  return parsed.value;
}

/** What every command that analyses takes. */
export function analysisOptions(): readonly Option[] {
  return [
    new Option('--allow-incomplete', 'do not exit with 2 when a part could not be analysed'),
    new Option('--include-tests', 'analyse test files, too'),
    new Option('--max-states <n>', 'how many states to explore per effect')
      .argParser((text) => valueOf(parseCount(text, 1)))
      .default(20_000),
  ];
}

export function colourOptions(): readonly Option[] {
  return [new Option('--color', 'colour the output'), new Option('--no-color', 'do not colour the output')];
}
