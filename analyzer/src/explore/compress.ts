import type { Move, MoveId, Side } from './machine.ts';
import { failuresOf, waysOf } from './ways-of.ts';

/** Steps that only lead on are skipped by whoever points at them. */
export function compressed(moves: readonly Move[]): readonly Move[] {
  const finals = new Int32Array(moves.length).fill(UNKNOWN);
  const final = (id: MoveId): MoveId => {
    const way: MoveId[] = [];
    let at = id;
    for (; finals[at] === UNKNOWN; at = onlyNext(moves[at]) ?? at) {
      // Whoever comes back here goes round in circles.
      finals[at] = at;
      way.push(at);
    }
    const end = finals[at] ?? at;
    for (const passed of way) finals[passed] = end;
    return end;
  };
  return moves.map((move): Move => redirected(move, final));
}

const UNKNOWN = -1;

function onlyNext(move: Move | undefined): MoveId | undefined {
  return move?.kind === 'go' && move.next.length === 1 ? move.next[0] : undefined;
}

/** A move whose ways lead to where a function says; the same move if they lead there already. */
export function redirected(move: Move, final: (id: MoveId) => MoveId): Move {
  const isThere = (id: MoveId): boolean => final(id) === id;
  const isDistinct = move.kind !== 'go' || move.next.length < 2;
  const isSame = isDistinct && waysOf(move).every(isThere) && failuresOf(move).every(isThere);
  return isSame ? move : leading(move, final);
}

function leading(move: Move, final: (id: MoveId) => MoveId): Move {
  switch (move.kind) {
    case 'go':
      return { ...move, next: [...new Set(move.next.map(final))] };
    case 'test':
      return { ...move, recorded: final(move.recorded), fresh: final(move.fresh) };
    case 'active':
    case 'stale':
    case 'violation':
      return { ...move, whenTrue: final(move.whenTrue), whenFalse: final(move.whenFalse) };
    case 'ask':
    case 'count':
      return { ...move, whenTrue: sideTo(move.whenTrue, final), whenFalse: sideTo(move.whenFalse, final) };
    case 'turn':
      return { ...move, sides: [sideTo(move.sides[0], final), sideTo(move.sides[1], final)] };
    case 'each':
    case 'batch':
      return { ...move, body: final(move.body), next: final(move.next) };
    case 'detach':
      return { ...move, now: final(move.now), later: final(move.later), next: final(move.next) };
    case 'claim':
      return { ...onwards(move, final), ...(move.taken === undefined ? {} : { taken: final(move.taken) }) };
    case 'tell':
    case 'number':
    case 'leave':
      return { ...move, next: final(move.next) };
    case 'heartbeat':
    case 'may-fail':
    case 'target':
    case 'sample':
    case 'record':
    case 'forget':
    case 'transaction':
    case 'database':
    case 'position':
      return onwards(move, final);
    case 'sought':
    case 'quit':
    case 'exit':
    case 'failure':
    case 'settled':
      return move;
  }
}

function sideTo(side: Side, final: (id: MoveId) => MoveId): Side {
  return { ...side, to: final(side.to) };
}

function onwards<M extends { readonly next: MoveId; readonly error: MoveId }>(
  move: M,
  final: (id: MoveId) => MoveId,
): M {
  return { ...move, next: final(move.next), error: final(move.error) };
}
