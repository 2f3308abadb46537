import type { FindingFix } from '@kafka-eos/linter/finding';

/** A fix that may change what the program does says so where it is chosen. */
export function titled(title: string, safety: FindingFix['safety']): string {
  return safety === 'safe' ? title : `${title} (unsafe: may change what the program does)`;
}
