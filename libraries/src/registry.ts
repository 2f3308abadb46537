import { kafkaRegistry } from './kafka-registry.ts';
import { packageRegistry } from './package-registry.ts';
import { platformRegistry } from './platform-registry.ts';
import type { Registration } from './registration.ts';
import { sinkRegistry } from './sink-registry.ts';

export type { Registration };

/** Every stub there is, sorted by what it answers, then by file. */
export const registry: readonly Registration[] = [
  ...kafkaRegistry,
  ...packageRegistry,
  ...platformRegistry,
  ...sinkRegistry,
].toSorted((a, b) => compare(a.specifier, b.specifier) || compare(a.file, b.file));

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
