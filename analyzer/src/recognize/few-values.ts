import { OPAQUE, type Value } from './value.ts';

const LIMIT = 64;

/**
 * Values that stand for the same once; of more than can be made use of the first ones, and that there are others. Objects
 * that spread each other have the same value by a hundred thousand ways.
 */
export function fewValues(values: readonly Value[]): readonly Value[] {
  const seen: Value[] = [];
  for (const value of values) {
    if (seen.some((other) => sameValue(other, value))) continue;
    if (seen.length === LIMIT) return [...seen, OPAQUE];
    seen.push(value);
  }
  return seen;
}

function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  const [first, second] = [identityOf(a), identityOf(b)];
  const sameSelf = a.kind !== 'function' || b.kind !== 'function' || sameValue(a.self, b.self);
  return (
    a.kind === b.kind && first.length === second.length && first.every((part, i) => part === second[i]) && sameSelf
  );
}

/** What tells two values of one kind apart. */
function identityOf(value: Value): readonly unknown[] {
  switch (value.kind) {
    case 'constant':
      return [value.value];
    case 'object':
    case 'array':
      return [value.node, value.env];
    case 'class':
      return [value.declaration];
    case 'library':
      return [value.origin, value.env, value.type];
    case 'function':
      return [value.fn, value.closure];
    case 'instance':
      return [value.declaration, value.creation?.node, value.creation?.env];
    case 'merged':
      return value.parts.flatMap(({ node, env }) => [node, env]);
    case 'opaque':
      return [];
  }
}
