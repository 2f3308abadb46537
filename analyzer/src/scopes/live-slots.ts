import type { ConditionTest } from '../summaries/condition.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** The remembered results that a later branch still asks for; the others are forgotten, so that equal moments meet. */
export interface LiveSlots {
  /** The number of a slot; undefined for one that nobody asks. */
  numberOf(name: string): number | undefined;
  /** Two bits per slot that is asked at or after a step: a mask for packed slots. */
  maskAt(step: StepId): bigint;
}

export function liveSlots(graph: UnitGraph, tests: ReadonlyMap<StepId, ConditionTest>): LiveSlots {
  const asked = [...tests.values()].flatMap((test) => (test.kind === 'slot' ? [test.slot] : []));
  const numbers = new Map([...new Set(asked)].map((name, i) => [name, i]));
  const masks = solve(graph, (step) => transfer(step, tests, numbers));
  return { numberOf: (name) => numbers.get(name), maskAt: (step) => masks[step] ?? 0n };
}

/** Both bits of a slot. */
function slotBits(slot: number): bigint {
  return 3n << BigInt(2 * slot);
}

/** Packs a slot as known, with its value. */
export function withSlot(slots: bigint, slot: number, value: boolean): bigint {
  return (slots & ~slotBits(slot)) | ((value ? 3n : 1n) << BigInt(2 * slot));
}

export function slotValue(slots: bigint, slot: number): boolean | undefined {
  const bits = (slots >> BigInt(2 * slot)) & 3n;
  return bits === 0n ? undefined : bits === 3n;
}

interface Transfer {
  readonly asks: bigint;
  readonly tells: bigint;
}

function transfer(
  step: Step,
  tests: ReadonlyMap<StepId, ConditionTest>,
  numbers: ReadonlyMap<string, number>,
): Transfer {
  const test = tests.get(step.id);
  const asks = test?.kind === 'slot' ? numbers.get(test.slot) : undefined;
  const tells = step.kind === 'result' ? numbers.get(step.slot) : undefined;
  return { asks: asks === undefined ? 0n : slotBits(asks), tells: tells === undefined ? 0n : slotBits(tells) };
}

/** Backwards to a fixed point: what is asked here, or asked later and not told in between. */
function solve(graph: UnitGraph, transferOf: (step: Step) => Transfer): readonly bigint[] {
  const masks: bigint[] = graph.steps.map(() => 0n);
  const transfers = graph.steps.map(transferOf);
  for (let changed = true; changed;) {
    changed = false;
    for (const step of [...graph.steps].reverse()) {
      const { asks, tells } = transfers[step.id] ?? { asks: 0n, tells: 0n };
      const after = successorsOf(step).reduce((all, next) => all | (masks[next] ?? 0n), 0n);
      const mask = asks | (after & ~tells);
      if (mask === masks[step.id]) continue;
      masks[step.id] = mask;
      changed = true;
    }
  }
  return masks;
}
