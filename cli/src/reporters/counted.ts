import { safe, cleanLine, type Safe } from '../terminal/safe.ts';

/** `1 file`, `2 files`. */
export function counted(count: number, word: string): Safe {
  return safe`${count} ${cleanLine(count === 1 ? word : `${word}s`)}`;
}
