import type ts from 'typescript';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';
import { redirected } from './compress.ts';
import type { Move, MoveId } from './machine.ts';
import { contains } from '../recognize/contains.ts';
import { callerOf, type Spot } from '../recognize/spot.ts';

/** A loop of the source that runs once per item, or once per message of the delivery. */
export interface Loop {
  readonly head: StepId;
  readonly kind: 'items' | 'batch';
  /** The messages are under way at once, and any of them may be done first. */
  readonly together?: true;
  readonly body: StepId;
  readonly next: StepId;
  /**
   * How many loops stand around it. Leaving a loop forgets how far it came, so that two of which neither is inside the
   * other share a number.
   */
  readonly bit: number;
}

/** The loops of a unit, and by step the ones it belongs to: in the loop's own text, or in a function called from there. */
export interface Loops {
  readonly all: readonly Loop[];
  readonly around: readonly (readonly Loop[])[];
}

export function loopsOf(graph: UnitGraph, batch: boolean): Loops {
  const heads = graph.steps.flatMap((step) => headOf(step) ?? []);
  if (heads.length === 0) return { all: [], around: graph.steps.map(() => []) };
  const headsAt = around(heads, heads);
  // A loop through parts of the batch, with a loop through each part in it, is one over items that are parts.
  const isOfParts = (own: Head): boolean =>
    heads.some((inner) => inner.over === 'batch' && inner.node !== own.node && headsAt(inner).includes(own));
  const isItems = (head: Head): boolean => !batch || head.over !== 'batch' || isOfParts(head);
  const all = heads.map((own): Loop => {
    const { head, body, next } = own;
    const bit = distinct(headsAt(own), own);
    return isItems(own)
      ? { head, kind: 'items', body, next, bit }
      : { head, kind: 'batch', ...own.together, body, next, bit };
  });
  return { all, around: graph.steps.map(around(heads, all)) };
}

/** How many other loops these heads belong to: what is entered in two ways has two heads, and is one loop. */
function distinct(heads: readonly Head[], own: Head): number {
  const isSame = (a: Head, b: Head): boolean => a.node === b.node && a.env === b.env;
  const others = heads.filter((head) => !isSame(head, own));
  return others.filter((head, i) => others.findIndex((other) => isSame(other, head)) === i).length;
}

interface Head {
  readonly over: 'batch' | 'items';
  readonly node: ts.Node;
  readonly env: Step['env'];
  readonly together?: { readonly together: true };
  readonly head: StepId;
  readonly body: StepId;
  readonly next: StepId;
}

function headOf(step: Step): Head | undefined {
  const { id: head, env } = step;
  if (step.kind === 'each') {
    const together = step.together === true ? { together: { together: true as const } } : {};
    const over = step.batch ? 'batch' : 'items';
    return { over, ...together, node: step.node, env, head, body: step.body, next: step.next };
  }
  if (step.kind !== 'branch' || step.loop === undefined) return undefined;
  return { over: step.loop, node: step.condition.parent, env, head, body: step.whenTrue, next: step.whenFalse };
}

/** What stands for the loops around a spot, one thing per head: in a loop's own text, or in a function called from there. */
function around<Thing>(heads: readonly Head[], things: readonly Thing[]): (spot: Spot) => readonly Thing[] {
  const byEnv = new Map<Step['env'], (readonly [Head, number])[]>();
  for (const [i, head] of heads.entries()) {
    const known = byEnv.get(head.env);
    if (known === undefined) byEnv.set(head.env, [[head, i]]);
    else known.push([head, i]);
  }
  const none: readonly Thing[] = [];
  return (spot) => {
    const found: number[] = [];
    for (let at: Spot | undefined = spot; at !== undefined; at = callerOf(at)) {
      for (const [head, i] of byEnv.get(at.env) ?? []) if (contains(head.node, at.node)) found.push(i);
    }
    return found.length === 0 ? none : found.sort((a, b) => a - b).flatMap((i) => things[i] ?? []);
  };
}

/** The heads of the loops around a step: beyond them begins another turn, which is about something else. */
export function headsAround({ around }: Loops, id: StepId): ReadonlySet<StepId> {
  return new Set(around[id]?.map(({ head }) => head));
}

/** Whatever way leads out of a loop, a step behind it notes that it was left. */
export function withLeaves({ all, around }: Loops, moves: readonly Move[]): readonly Move[] {
  if (all.length === 0) return moves;
  const added: Move[] = [];
  const known = new Map<string, MoveId>();
  // What was added between two steps belongs where the later one does.
  const home = (id: MoveId): readonly Loop[] => {
    const move = moves[id];
    return around[id] ?? (move?.kind === 'tell' ? home(move.next) : []);
  };
  const leave = (from: MoveId, to: MoveId): MoveId => {
    const left = home(from).filter((loop) => !home(to).includes(loop));
    const behind = moves[to];
    if (left.length === 0 || behind === undefined) return to;
    const batch = left.some(({ kind }) => kind === 'batch');
    const loops = left.flatMap(({ kind, together, bit }) => (kind === 'items' || together ? [bit] : []));
    const key = `${batch ? '*' : ''}${loops.join(',')}>${String(to)}`;
    const id = known.get(key) ?? moves.length + added.length;
    if (!known.has(key)) {
      known.set(key, id);
      added.push({ kind: 'leave', loops, batch, next: to, place: behind.place, label: behind.label });
    }
    return id;
  };
  const redirect = moves.map((move, from) => redirected(move, (to) => leave(from, to)));
  return [...redirect, ...added];
}

/** Whether a way leads out of a loop and not back to its head, exceptions left aside. */
export function quits(graph: UnitGraph, { around }: Loops, loop: Loop, from: StepId): boolean {
  const seen = new Set<StepId>();
  const pending = [from];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    const step = graph.steps[id];
    if (id === loop.head) return false;
    if (step === undefined || seen.has(id) || around[id]?.includes(loop) !== true) continue;
    seen.add(id);
    pending.push(...('error' in step ? [step.next] : successorsOf(step)));
  }
  return true;
}
