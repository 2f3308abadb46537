import type { UnitGraph } from '../summaries/unit-graph.ts';
import type { Move, MoveId, Side } from './machine.ts';
import type { UnitModel } from './project.ts';
import type { RememberedFailure } from './remembered-failures.ts';

/** The moves of a unit that keep its caught failures in mind, and where it begins then. */
export interface Remembering {
  readonly moves: readonly Move[];
  readonly entry: MoveId;
  /** The bits of the slots that are taken for it. */
  readonly slots: bigint;
}

/** Each remembered failure is a slot behind those of the conditions: false at first, true where it is caught. */
export function withRemembered(unit: UnitModel, given: readonly Move[]): Remembering {
  const { graph, conditions, remembered } = unit;
  const moves = [...given];
  let { entry }: UnitGraph = graph;
  let slots = 0n;
  for (const [i, failure] of remembered.entries()) {
    const slot = 2 * (conditions.tests.size + i);
    slots |= 3n << BigInt(2 * slot);
    keep(moves, failure, slot);
    renew(unit, moves, failure, slot);
    ask(graph, moves, failure, slot);
    entry = added(moves, slot, false, entry);
  }
  return { moves, entry, slots };
}

function keep(moves: Move[], { catches, settled }: RememberedFailure, slot: number): void {
  for (const id of catches) {
    const move = moves[id];
    if (move?.kind === 'go') moves[id] = { ...move, next: move.next.map((next) => added(moves, slot, true, next)) };
  }
  for (const id of settled) {
    const move = moves[id];
    if (move !== undefined && 'error' in move) moves[id] = { ...move, error: added(moves, slot, true, move.error) };
  }
}

/** Each turn of a loop has results of its own. */
function renew({ loops }: UnitModel, moves: Move[], { settled }: RememberedFailure, slot: number): void {
  const around = [...settled].flatMap((id) => loops.around[id] ?? []);
  for (const head of new Set(around.map((loop) => loop.head))) {
    const move = moves[head];
    if (move !== undefined && 'body' in move) moves[head] = { ...move, body: added(moves, slot, false, move.body) };
  }
}

function ask({ steps }: UnitGraph, moves: Move[], { branches }: RememberedFailure, slot: number): void {
  for (const [id, answer] of branches) {
    const [step, move] = [steps[id], moves[id]];
    if (step?.kind !== 'branch' || move === undefined) continue;
    const [thrown, fine] = answer ? [step.whenTrue, step.whenFalse] : [step.whenFalse, step.whenTrue];
    const { place, label } = move;
    moves[id] = { kind: 'ask', slot, whenTrue: plain(thrown), whenFalse: plain(fine), place, label };
  }
}

function added(moves: Move[], slot: number, value: boolean, next: MoveId): MoveId {
  const behind = moves[next];
  if (behind === undefined) return next;
  const { place, label } = behind;
  return moves.push({ kind: 'tell', slot, value, next, place, label }) - 1;
}

function plain(to: MoveId): Side {
  return { to, away: false, quits: false };
}
