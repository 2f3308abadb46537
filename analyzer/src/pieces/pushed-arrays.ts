import type ts from 'typescript';
import type { Pieces } from './piece.ts';

/** Arrays into which something else is pushed now than before. */
export function changedArrays(
  before: Pieces<readonly ts.Node[]>,
  now: Pieces<readonly ts.Node[]>,
): ReadonlySet<ts.Node> {
  const changed = new Set<ts.Node>();
  for (const call of new Set([...before.keys(), ...now.keys()])) {
    const old = before.get(call);
    const current = now.get(call);
    if (old === current) continue;
    for (const array of [...(old?.result ?? []), ...(current?.result ?? [])]) changed.add(array);
  }
  return changed;
}
