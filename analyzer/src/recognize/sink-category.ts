import type { SinkCategory } from '../facts/effect.ts';

const CATEGORIES: ReadonlySet<string> = new Set<SinkCategory>([
  'database',
  'http',
  'payment',
  'person',
  'object-store',
  'cache',
  'search',
  'queue',
  'file',
]);

export function isCategory(word: string): word is SinkCategory {
  return CATEGORIES.has(word);
}
