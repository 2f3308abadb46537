import type { Terminal } from '../terminal/output.ts';
import { cleanLine, padEnd, padStart, safe } from '../terminal/safe.ts';
import type { Timing } from '../worker-protocol.ts';

/** Where the time went, slowest first; on the error stream, so that the report stays what it is. */
export function printTimings(timings: readonly Timing[], totalMs: number, { complain }: Terminal): void {
  for (const { name, ms, calls } of [...timings, { name: 'total', ms: totalMs, calls: 1 }]) {
    const time = padStart(cleanLine(ms.toFixed(1)), 9);
    complain(safe`${padEnd(cleanLine(name), 32)} ${time} ms  ${calls}×\n`);
  }
}
