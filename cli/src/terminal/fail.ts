import { failed, type ExitStatus, type Terminal } from './output.ts';
import { cleanLine, safe } from './safe.ts';

/** Ends a command that could not do its work: one line that says why, and the stack for whoever asks for it. */
export function fail(terminal: Terminal, problem: string, stack?: string): ExitStatus {
  terminal.complain(safe`kafka-eos: ${cleanLine(problem)}\n`);
  if (stack !== undefined && (terminal.env['KAFKA_EOS_DEBUG'] ?? '') !== '') {
    for (const line of stack.split('\n')) terminal.complain(safe`${cleanLine(line)}\n`);
  }
  return failed;
}
