import { readFileSync, readdirSync } from 'node:fs';

/** What a process and all its descendants use; a tool that starts another process is charged for both. */
export interface Usage {
  /** Resident at this moment, in bytes. */
  readonly memory: number;
  /** Processor time so far, in seconds, with that of children that have ended. */
  readonly processor: number;
}

/** Linux counts processor time in hundredths of a second, whatever the kernel's own clock. */
const ticksPerSecond = 100;

/** Undefined for a process that is gone, and where the system has no `/proc`. */
export function usageOf(pid: number): Usage | undefined {
  const resident = /^VmRSS:\s+(\d+) kB$/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1];
  if (resident === undefined) return undefined;
  const own = { memory: Number(resident) * 1024, processor: processorTime(pid) };
  return childrenOf(pid).reduce((sum, child) => {
    const usage = usageOf(child);
    if (usage === undefined) return sum;
    return { memory: sum.memory + usage.memory, processor: sum.processor + usage.processor };
  }, own);
}

function processorTime(pid: number): number {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  // The name, the second field, is in parentheses and may hold anything; times are the fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / ticksPerSecond;
}

function childrenOf(pid: number): readonly number[] {
  return threadsOf(pid).flatMap((thread) =>
    readOrEmpty(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
  );
}

// A process may end between any two reads; then it has no threads and no memory.
function threadsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
