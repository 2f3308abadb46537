import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { usageOf } from './process-tree.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/** Of the whole process tree; NaN where the system does not say. */
export interface Cost {
  readonly seconds: number;
  /** Processor time: what is left when other programs keep the machine busy. */
  readonly processorSeconds: number;
  readonly peakBytes: number;
}

export interface Run {
  readonly cost: Cost;
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
  const highest = { processorSeconds: Number.NaN, peakBytes: Number.NaN };
  const poll = setInterval(() => {
    const usage = child.pid === undefined ? undefined : usageOf(child.pid);
    if (usage === undefined) return;
    highest.processorSeconds = Math.max(highest.processorSeconds || 0, usage.processor);
    highest.peakBytes = Math.max(highest.peakBytes || 0, usage.memory);
  }, pollMilliseconds);
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    return { cost: { seconds: (performance.now() - started) / 1000, ...highest }, status, ...output };
  } finally {
    clearInterval(poll);
  }
}

/** The median of each part by itself. */
export function medianCost(costs: readonly Cost[]): Cost {
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    processorSeconds: median(costs.map(({ processorSeconds }) => processorSeconds)),
    peakBytes: median(costs.map(({ peakBytes }) => peakBytes)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
