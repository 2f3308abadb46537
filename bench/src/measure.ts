import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { residentMemory } from './process-memory.ts';

/** A program with its arguments; the program is a JavaScript file for the running Node, or an executable. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

export interface Run {
  readonly seconds: number;
  /** The highest sum over the process tree that was seen; undefined where it cannot be seen. */
  readonly peakBytes: number | undefined;
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const pollMilliseconds = 10;

export async function measureOnce({ program, args }: Command, cwd: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, [...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  let peakBytes: number | undefined;
  const poll = setInterval(() => {
    const now = child.pid === undefined ? undefined : residentMemory(child.pid);
    if (now !== undefined) peakBytes = Math.max(peakBytes ?? 0, now);
  }, pollMilliseconds);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    return { seconds: (performance.now() - started) / 1000, peakBytes, status, ...output };
  } finally {
    clearInterval(poll);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
