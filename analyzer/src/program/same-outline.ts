import type { Outline } from './outline.ts';

/** Whether two outlines say the same, so that whatever was found by the one is found by the other. */
export function sameOutline(a: Outline, b: Outline): boolean {
  return isEqual(a, b);
}

/** Outlines are plain: records, arrays, sets and maps of texts and numbers, and as deep as their types. */
function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  const [inA, inB] = [partsOf(a), partsOf(b)];
  return inA !== undefined && inB !== undefined && inA.kind === inB.kind && areEqual(inA.parts, inB.parts);
}

function partsOf(value: unknown): { readonly kind: string; readonly parts: readonly unknown[] } | undefined {
  if (value instanceof Map) return { kind: 'map', parts: [...value.entries()] };
  if (value instanceof Set) return { kind: 'set', parts: [...value.values()] };
  if (Array.isArray(value)) return { kind: 'array', parts: value };
  return typeof value === 'object' && value !== null ? { kind: 'record', parts: Object.entries(value) } : undefined;
}

/** In order: an outline that lists the same in another order may be searched in another order. */
function areEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isEqual(each, b[index]));
}
