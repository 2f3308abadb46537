import type { Move } from './machine.ts';
import { waysOf } from './ways-of.ts';

/** By move: whether a later one asks for the error at hand, before another error takes its place. */
export function asksErrorAt(moves: readonly Move[]): readonly boolean[] {
  const asks = moves.map(({ kind }) => kind === 'violation');
  if (!asks.includes(true)) return asks;
  for (let changed = true; changed;) {
    changed = false;
    for (let id = moves.length - 1; id >= 0; id -= 1) {
      const move = moves[id];
      if (move === undefined || asks[id] === true || !waysOf(move).some((next) => asks[next] === true)) continue;
      asks[id] = true;
      changed = true;
    }
  }
  return asks;
}
