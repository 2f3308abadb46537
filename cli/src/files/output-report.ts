import { resolve } from 'node:path';
import type { Terminal } from '../terminal/output.ts';
import type { Safe } from '../terminal/safe.ts';
import { plain, styleFor, type Style } from '../terminal/style.ts';
import { writeReport } from './write-report.ts';

interface Output {
  /** What a message calls it. */
  readonly what: 'report' | 'map';
  /** As the user wrote it; the terminal without one. */
  readonly file: string | undefined;
  readonly colour: boolean | undefined;
}

/** Prints a report, or writes it to a file: what could not be done then. */
export function outputReport(
  terminal: Terminal,
  { what, file, colour }: Output,
  render: (style: Style) => Safe,
): readonly string[] {
  if (file === undefined) {
    terminal.print(render(styleFor({ flag: colour, env: terminal.env, isTerminal: terminal.isTerminal })));
    return [];
  }
  const problem = writeReport(resolve(terminal.cwd, file), render(plain));
  return problem === undefined ? [] : [`the ${what} ${file} was not written: ${problem}`];
}
