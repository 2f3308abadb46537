import { need } from './follow-down.ts';
import type { Outline, Part } from './outline.ts';
import type { SliceState } from './slice-state.ts';
import { spread } from './spread.ts';

/** Takes a part into the slice that Kafka values travel through, and everything that refers to it. */
export function carry(state: SliceState, path: string, position: number): void {
  state.once(`carry ${position} ${path}`, () => {
    const outline = state.outlineOf(path);
    const part = outline?.parts[position];
    if (!outline || !part) return;
    need(state, path, position);
    for (const affected of affectedBy(outline, part)) carry(state, path, affected);
    for (const exported of outline.links.exportedAs.get(position) ?? []) {
      carryExport(state, path, exported);
      for (const user of usersOfExports(outline, exported)) carry(state, path, user);
    }
  });
}

/** Whoever refers to the part, and what it assigns to: a value that is assigned to a name travels on from there. */
function affectedBy({ links, declarers }: Outline, { names, assigns }: Part): readonly number[] {
  const users = names.flatMap((name) => links.referrers.get(name) ?? []);
  const holders = [...assigns].flatMap((name) => declarers.get(name) ?? []);
  return [...users, ...holders];
}

/** Parts that say `exports.name` to what their own module exports. */
function usersOfExports({ links, parts }: Outline, exported: string): readonly number[] {
  const users = links.referrers.get('exports') ?? [];
  return users.filter((user) => parts[user]?.references.names.get('exports')?.has(exported) === true);
}

/** Takes whatever uses an exported name into the slice. */
export function carryExport(state: SliceState, path: string, exported: string): void {
  spread(state, path, exported, 'carry', carry);
}
