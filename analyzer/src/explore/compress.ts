import type { Move, MoveId, Side } from './machine.ts';

/** Steps that only lead on are skipped by whoever points at them. */
export function compressed(moves: readonly Move[]): readonly Move[] {
  const final = (id: MoveId): MoveId => {
    const seen = new Set<MoveId>();
    let at = id;
    for (;;) {
      const move = moves[at];
      const [next, ...others] = move?.kind === 'go' ? move.next : [];
      if (next === undefined || others.length > 0 || seen.has(at)) return at;
      seen.add(at);
      at = next;
    }
  };
  return moves.map((move): Move => redirected(move, final));
}

/** A move whose ways lead to where a function says. */
export function redirected(move: Move, final: (id: MoveId) => MoveId): Move {
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
