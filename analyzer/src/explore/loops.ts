import type ts from 'typescript';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';
import { redirected } from './compress.ts';
import type { Move, MoveId } from './machine.ts';
import { contains } from '../recognize/contains.ts';

/** A loop of the source that runs once per item, or once per message of the delivery. */
export interface Loop {
  readonly head: StepId;
  readonly kind: 'items' | 'batch';
  readonly body: StepId;
  readonly next: StepId;
  /** For a loop over items: its number among those. */
  readonly bit: number;
}

/** The loops of a unit, and by step the ones it belongs to: in the loop's own text, or in a function called from there. */
export interface Loops {
  readonly all: readonly Loop[];
  readonly around: readonly (readonly Loop[])[];
}

export function loopsOf(graph: UnitGraph, batch: boolean): Loops {
  const heads = graph.steps.flatMap((step) => headOf(step) ?? []);
  let items = 0;
  const all = heads.map(({ over, head, body, next }): Loop => {
    const isBatch = batch && over === 'batch';
    if (!isBatch) items += 1;
    return { head, kind: isBatch ? 'batch' : 'items', body, next, bit: isBatch ? -1 : items - 1 };
  });
  const around = all.length === 0 ? graph.steps.map(() => []) : graph.steps.map(loopsAround(heads, all));
  return { all, around };
}

interface Head {
  readonly over: 'batch' | 'items';
  readonly node: ts.Node;
  readonly env: Step['env'];
  readonly head: StepId;
  readonly body: StepId;
  readonly next: StepId;
}

function headOf(step: Step): Head | undefined {
  const { id: head, env } = step;
  if (step.kind === 'each') {
    return { over: step.batch ? 'batch' : 'items', node: step.node, env, head, body: step.body, next: step.next };
  }
  if (step.kind !== 'branch' || step.loop === undefined) return undefined;
  return { over: step.loop, node: step.condition.parent, env, head, body: step.whenTrue, next: step.whenFalse };
}

/** By loop: the steps of one call of a function have the same ones, if they come from the same text. */
function loopsAround(heads: readonly Head[], all: readonly Loop[]): (step: Step) => readonly Loop[] {
  const byEnv = new Map<Step['env'], readonly (readonly [Head, Loop])[]>();
  for (const [i, head] of heads.entries()) {
    const loop = all[i];
    if (loop !== undefined) byEnv.set(head.env, [...(byEnv.get(head.env) ?? []), [head, loop]]);
  }
  const none: readonly Loop[] = [];
  return (step) => {
    let found: Loop[] | undefined;
    let at: { readonly node: ts.Node; readonly env: Step['env'] } = step;
    for (;;) {
      for (const [head, loop] of byEnv.get(at.env) ?? []) {
        if (contains(head.node, at.node)) (found ??= []).push(loop);
      }
      if (at.env === undefined) break;
      at = { node: at.env.call, env: at.env.caller };
    }
    return found === undefined ? none : all.filter((loop) => found.includes(loop));
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
  const leave = (from: MoveId, to: MoveId): MoveId => {
    const left = (around[from] ?? []).filter((loop) => !(around[to] ?? []).includes(loop));
    const behind = moves[to];
    if (left.length === 0 || behind === undefined) return to;
    const batch = left.some(({ kind }) => kind === 'batch');
    const loops = left.flatMap(({ kind, bit }) => (kind === 'items' ? [bit] : []));
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
