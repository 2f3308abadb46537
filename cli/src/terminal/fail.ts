import { failed, type ExitStatus, type Terminal } from './output.ts';
import { cleanLine, safe } from './safe.ts';

/** One line that says what went wrong and what to do, and status 2. */
export function fail(terminal: Terminal, problem: string, stack?: string): ExitStatus {
  terminal.complain(safe`kafka-eos: ${cleanLine(problem)}\n`);
  if (stack !== undefined && (terminal.env['KAFKA_EOS_DEBUG'] ?? '') !== '') {
    for (const line of stack.split('\n')) terminal.complain(safe`${cleanLine(line)}\n`);
  }
  return failed;
}
