import type { Outline } from './outline.ts';

/** Whether two outlines say the same, so that whatever was found by the one is found by the other. */
export function sameOutline(a: Outline, b: Outline): boolean {
  return isEqual(a, b);
}

/** Outlines are plain: records, arrays, sets and maps of texts and numbers, and as deep as their types. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Map && b instanceof Map) return areEqual([...a], [...b]);
  if (a instanceof Set && b instanceof Set) return areEqual([...a], [...b]);
  if (Array.isArray(a) && Array.isArray(b)) return areEqual(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map || a instanceof Set || Array.isArray(a)) return false;
  return areEqual(Object.entries(a), Object.entries(b));
}

/** In order: an outline that lists the same in another order may be searched in another order. */
function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isEqual(each, b[index]));
}
