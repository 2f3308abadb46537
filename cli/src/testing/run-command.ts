import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const commandFile = fileURLToPath(new URL('../../bin/kafka-eos.js', import.meta.url));

export interface CommandResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Leaves the input open, with nobody writing to it. */
  readonly openInput?: boolean;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  /** Closes the reading end of the output at once, as `| head` does. */
  readonly closeOutput?: boolean;
}

/** Variables of the shell that runs the tests must not decide what the command does. */
const neutral = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };

/** Runs the real command as a process of its own. */
export function runCommand(args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...(options.nodeOptions ?? []), commandFile, ...args], {
      cwd: options.cwd,
      env: { ...neutral, ...options.env },
    });
    const out: string[] = [];
    const err: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
    if (options.openInput !== true) child.stdin.end();
    if (options.closeOutput === true) child.stdout.destroy();
    child.once('error', reject);
    child.once('close', (status, signal) => {
      resolve({ status, signal, out: out.join(''), err: err.join('') });
    });
  });
}
