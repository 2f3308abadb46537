import { compressed, redirected } from './compress.ts';
import type { Move, MoveId, MoveOf, Side } from './machine.ts';

/** So many moves are looked at to see whether a failure is possible further on. */
const FAR = 400;
/** A choice between more ways than this stays as it is. */
const WIDE = 12;

/**
 * The same machine without the moves that bear on nothing: branches whose sides come to the same, results that nobody
 * asks for, loops in which nothing happens, and calls that may fail into a place where another call behind them, with
 * nothing in between, may fail into as well. Runs come to the same ends; only their number shrinks.
 */
export function collapsed(given: readonly Move[]): readonly Move[] {
  const machine = new Collapsing(compressed(given));
  while (machine.pass());
  return compressed(machine.moves());
}

class Collapsing {
  #moves: Move[];
  /** Where a move that is gone leads. */
  readonly #gone = new Map<MoveId, MoveId>();

  constructor(moves: readonly Move[]) {
    this.#moves = [...moves];
  }

  moves(): readonly Move[] {
    return this.#moves.map((move) => redirected(move, (id) => this.#final(id)));
  }

  /** Successors mostly have smaller numbers: one pass sees through most of a chain. */
  pass(): boolean {
    const before = this.#gone.size;
    const slots = this.#askedSlots();
    for (const id of this.#moves.keys()) {
      if (this.#gone.has(id)) continue;
      const move = this.#moves[id];
      const next =
        move === undefined
          ? undefined
          : this.#without(
              id,
              redirected(move, (to) => this.#final(to)),
              slots,
            );
      if (next !== undefined && next !== id) this.#gone.set(id, next);
    }
    return this.#gone.size > before;
  }

  #final(id: MoveId): MoveId {
    let at = id;
    for (let next = this.#gone.get(at); next !== undefined; next = this.#gone.get(at)) at = next;
    return at;
  }

  /** Where a move leads that may go; undefined for one that has to stay. */
  #without(id: MoveId, move: Move, slots: ReadonlySet<number>): MoveId | undefined {
    switch (move.kind) {
      case 'go':
        return this.#choice(id, move);
      case 'ask':
      case 'count':
        return same(move.whenTrue, move.whenFalse);
      case 'turn':
        return move.bit === undefined ? same(...move.sides) : undefined;
      case 'tell':
      case 'number':
        return slots.has(move.slot) ? undefined : move.next;
      case 'each':
        this.#loop(id, move);
        return undefined;
      case 'may-fail':
        return isPlain(move) && this.#mayFail(move.next, move.error, id) ? move.next : undefined;
      default:
        return undefined;
    }
  }

  #choice(id: MoveId, move: MoveOf<'go'>): MoveId | undefined {
    const [first = id, second] = move.next;
    if (second === undefined && this.#moves[first]?.kind !== 'go') return first;
    const flat = [...new Set(move.next.flatMap((next) => this.#ways(next)))].filter((next) => next !== id);
    const next = flat.length > WIDE ? move.next.filter((each) => each !== id) : flat;
    const [only, ...others] = next;
    if (only === undefined) return undefined;
    this.#moves[id] = { ...move, next };
    return others.length === 0 ? only : undefined;
  }

  #ways(id: MoveId): readonly MoveId[] {
    const move = this.#moves[id];
    return move?.kind === 'go' ? move.next.map((next) => this.#final(next)) : [id];
  }

  /** A loop in which nothing happens is a way past it, and a way through. */
  #loop(id: MoveId, move: MoveOf<'each'>): void {
    const { holds, shape, body, next, place, label } = move;
    if (holds || shape !== undefined || !this.#isIdle(body, id)) return;
    this.#moves[id] = { kind: 'go', next: [next, body], place, label };
  }

  /** Whether every way from a move comes back to the head of its loop, or fails, and does nothing on the way. */
  #isIdle(from: MoveId, head: MoveId): boolean {
    const seen = new Set<MoveId>([head]);
    const pending = [from];
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const move = this.#moves[id];
      if (seen.has(id)) continue;
      seen.add(id);
      if (move?.kind === 'go') pending.push(...move.next.map((next) => this.#final(next)));
      else if (move?.kind === 'may-fail' && isPlain(move)) pending.push(this.#final(move.next));
      else return false;
    }
    return true;
  }

  /** Whether a way on, on which nothing else happens, has a failure that leads to the same place. */
  #mayFail(from: MoveId, error: MoveId, but: MoveId): boolean {
    const seen = new Set<MoveId>([but]);
    const pending = [from];
    for (let id = pending.pop(); id !== undefined && seen.size < FAR; id = pending.pop()) {
      const move = this.#moves[id];
      if (move === undefined || seen.has(id)) continue;
      seen.add(id);
      if (move.kind === 'go') pending.push(...move.next.map((next) => this.#final(next)));
      if (move.kind !== 'may-fail' || !isPlain(move)) continue;
      if (this.#final(move.error) === error) return true;
      pending.push(this.#final(move.next));
    }
    return false;
  }

  #askedSlots(): ReadonlySet<number> {
    const asking = this.#moves.filter(
      (move, id) => (move.kind === 'ask' || move.kind === 'count') && !this.#gone.has(id),
    );
    return new Set(asking.flatMap((move) => ('slot' in move ? [move.slot] : [])));
  }
}

/** Both sides of a branch come to the same, and neither says anything of the message. */
function same(a: Side, b: Side): MoveId | undefined {
  const isSilent = [a, b].every(({ away, quits, drops }) => !away && !quits && drops === undefined);
  return isSilent && a.to === b.to ? a.to : undefined;
}

/** A call that nothing but a fault makes fail, and that leaves nothing behind when it does. */
function isPlain({ into, refusedInside, aborting }: MoveOf<'may-fail'>): boolean {
  return refusedInside !== true && aborting !== true && into !== 'kafka' && into !== 'database';
}
