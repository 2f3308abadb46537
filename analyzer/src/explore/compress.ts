import type { Move, MoveId } from './machine.ts';

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

function redirected(move: Move, final: (id: MoveId) => MoveId): Move {
  switch (move.kind) {
    case 'go':
      return { ...move, next: [...new Set(move.next.map(final))] };
    case 'test':
      return { ...move, recorded: final(move.recorded), fresh: final(move.fresh) };
    case 'ask':
    case 'active':
      return { ...move, whenTrue: final(move.whenTrue), whenFalse: final(move.whenFalse) };
    case 'turn':
      return { ...move, towards: final(move.towards), away: final(move.away) };
    case 'each':
      return { ...move, body: final(move.body), next: final(move.next) };
    case 'claim':
      return {
        ...move,
        next: final(move.next),
        error: final(move.error),
        ...(move.taken === undefined ? {} : { taken: final(move.taken) }),
      };
    case 'sample':
    case 'tell':
      return { ...move, next: final(move.next) };
    case 'may-fail':
    case 'target':
    case 'record':
    case 'transaction':
    case 'database':
    case 'position':
      return { ...move, next: final(move.next), error: final(move.error) };
    case 'exit':
    case 'failure':
      return move;
  }
}
