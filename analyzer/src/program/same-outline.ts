import { wholeModule, type Export, type Outline, type Part } from './outline.ts';
import { linksOf } from './outline-links.ts';

/** What the search has to do with a file. */
export interface Standing {
  /** It starts here: what the file exports matters to whoever imports it. */
  readonly isSeed: boolean;
  /** Whether it asked if the file exports this name: that it does brings the file along. */
  readonly isAskedFor: (name: string) => boolean;
}

/** Whether two outlines of a file lead to the same, so that whatever was found by the one is found by the other. */
export function sameOutline(a: Outline, b: Outline, standing: Standing): boolean {
  return isEqual(withoutIdle(a, standing), withoutIdle(b, standing));
}

/**
 * What refers to nothing leads nowhere. What a module passes on from others or is as a whole may be hidden by a name of
 * its own, though.
 */
function withoutIdle(outline: Outline, { isSeed, isAskedFor }: Standing): Outline {
  if (outline.stars.length > 0 || outline.exports.has(wholeModule)) return outline;
  const byPosition = new Set(
    [...outline.exports.values()].flatMap((each) => (each.kind === 'part' ? [each.part] : [])),
  );
  const kept = outline.parts.flatMap((part, position) =>
    isIdle(part, isSeed) && !byPosition.has(position) ? [] : [position],
  );
  if (kept.length === outline.parts.length) return outline;
  const now = new Map(kept.map((position, index) => [position, index]));
  const parts = outline.parts.filter((_, position) => now.has(position));
  const declarers = new Map<string, number[]>();
  parts.forEach(({ names }, position) => {
    for (const name of names) declarers.set(name, [...(declarers.get(name) ?? []), position]);
  });
  const exports = new Map<string, Export>();
  for (const [name, target] of outline.exports) {
    const isIdleName = target.kind === 'name' && outline.declarers.has(target.name) && !declarers.has(target.name);
    if (target.kind === 'part') exports.set(name, { ...target, part: now.get(target.part) ?? target.part });
    else if (!isIdleName || isAskedFor(name)) exports.set(name, target);
  }
  return { ...outline, parts, declarers, exports, links: linksOf({ parts, declarers, exports }) };
}

function isIdle({ inert, isBase, ambientModule, references, touches, assigns }: Part, isSeed: boolean): boolean {
  const { names, modules, heritage } = references;
  const mentioned = names.size + modules.size + heritage.size + touches.size + assigns.size;
  return (inert || !isSeed) && !isBase && ambientModule === undefined && mentioned === 0;
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
