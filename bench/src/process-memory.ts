import { readFileSync, readdirSync } from 'node:fs';

/**
 * The resident memory of a process and of all its descendants at this moment, in bytes; undefined where the system
 * has no `/proc`. A tool that starts another process is charged for both.
 */
export function residentMemory(pid: number): number | undefined {
  const own = /^VmRSS:\s+(\d+) kB$/m.exec(readOrEmpty(`/proc/${pid}/status`))?.[1];
  if (own === undefined) return undefined;
  return childrenOf(pid).reduce((sum, child) => sum + (residentMemory(child) ?? 0), Number(own) * 1024);
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
