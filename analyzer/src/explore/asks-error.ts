import type { Move, MoveId } from './machine.ts';

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

/** Where a move leads without an exception. */
function waysOf(move: Move): readonly MoveId[] {
  switch (move.kind) {
    case 'go':
      return move.next;
    case 'test':
      return [move.recorded, move.fresh];
    case 'active':
    case 'stale':
    case 'violation':
      return [move.whenTrue, move.whenFalse];
    case 'ask':
    case 'count':
      return [move.whenTrue.to, move.whenFalse.to];
    case 'turn':
      return move.sides.map((side) => side.to);
    case 'each':
    case 'batch':
      return [move.body, move.next];
    case 'detach':
      return [move.now, move.later, move.next];
    case 'sought':
    case 'quit':
    case 'exit':
    case 'failure':
    case 'settled':
      return [];
    default:
      return [move.next];
  }
}
