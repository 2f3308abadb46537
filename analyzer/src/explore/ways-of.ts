import type { Move, MoveId } from './machine.ts';

/** Where a move leads without an exception. */
export function waysOf(move: Move): readonly MoveId[] {
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

/** Where the failure of a move leads. */
export function failuresOf(move: Move): readonly MoveId[] {
  if (!('error' in move)) return [];
  return move.kind === 'claim' && move.taken !== undefined ? [move.error, move.taken] : [move.error];
}
