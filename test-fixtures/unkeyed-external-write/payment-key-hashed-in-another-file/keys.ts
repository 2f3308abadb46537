import { createHash } from 'node:crypto';

export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('|')).digest('hex');
}
