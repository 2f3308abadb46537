import type { ConditionTest } from '../summaries/condition.ts';
import type { FailedAnswers } from './failed-answers.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** The remembered results that a later branch still asks for; the others are forgotten, so that equal moments meet. */
export interface LiveSlots {
  /** The number of a slot; undefined for one that nobody asks. */
  numberOf(name: string): number | undefined;
  /** The bits of the slots that are asked at or after a step: a mask for packed slots. */
  maskAt(step: StepId): bigint;
}

export function liveSlots(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  { repeated }: Pick<FailedAnswers, 'repeated'>,
): LiveSlots {
  const asked = new Set([...tests.values()].flatMap((test) => askedBy(test) ?? []));
  // A number takes as many bits as two slots.
  const numbers = new Map([...asked].map((name, i) => [name, 2 * i]));
  const masks = solve(graph, (step) => ({
    asks: bitsOfName(numbers, askedBy(tests.get(step.id)) ?? repeated.get(step.id)),
    tells: bitsOfName(numbers, toldBy(step)),
  }));
  return { numberOf: (name) => numbers.get(name), maskAt: (step) => masks[step] ?? 0n };
}

function askedBy(test: ConditionTest | undefined): string | undefined {
  return test?.kind === 'slot' || test?.kind === 'number' ? test.slot : undefined;
}

const WIDE = 15n;

function bitsOf(slot: number, bits: bigint): bigint {
  return bits << BigInt(2 * slot);
}

const BY_FAILURE = 4n;

/** Packs a slot as known, with its value, and with whether only a failure made it so; undefined is no longer known. */
export function withSlot(slots: bigint, slot: number, value: boolean | undefined, byFailure = false): bigint {
  const bits = value === undefined ? 0n : (value ? 3n : 1n) | (byFailure ? BY_FAILURE : 0n);
  return (slots & ~bitsOf(slot, WIDE)) | bitsOf(slot, bits);
}

/** Whether what a slot says would be something else if nothing had failed. */
export function isByFailure(slots: bigint, slot: number): boolean {
  return (slots & bitsOf(slot, BY_FAILURE)) !== 0n;
}

export function slotValue(slots: bigint, slot: number): boolean | undefined {
  const bits = (slots >> BigInt(2 * slot)) & 3n;
  return bits === 0n ? undefined : bits === 3n;
}

/** Packs a number as known; larger ones than there is room for are not. */
export function withNumber(slots: bigint, slot: number, value: number | undefined): bigint {
  const isKept = value !== undefined && Number.isInteger(value) && value >= 0 && value < Number(WIDE);
  return (slots & ~bitsOf(slot, WIDE)) | bitsOf(slot, isKept ? BigInt(value) + 1n : 0n);
}

export function numberValue(slots: bigint, slot: number): number | undefined {
  const bits = (slots >> BigInt(2 * slot)) & WIDE;
  return bits === 0n ? undefined : Number(bits) - 1;
}

/** Remembers a result, if anybody asks for it later on. */
export function told(live: LiveSlots, slots: bigint, name: string, value: boolean | undefined): bigint {
  const slot = live.numberOf(name);
  return slot === undefined ? slots : withSlot(slots, slot, value);
}

/** Asked again, a condition comes out the same. */
export function answered(live: LiveSlots, slots: bigint, test: ConditionTest | undefined, yes: boolean): bigint {
  return test?.kind === 'slot' ? told(live, slots, test.slot, yes === test.positive) : slots;
}

/** How a condition comes out, where that is fixed or follows from a result that is remembered. */
export function knownAnswer(live: LiveSlots, slots: bigint, test: ConditionTest | undefined): boolean | undefined {
  if (test?.kind === 'constant') return test.value;
  const slot = test?.kind === 'slot' ? live.numberOf(test.slot) : undefined;
  const value = slot === undefined ? undefined : slotValue(slots, slot);
  return value === undefined || test?.kind !== 'slot' ? undefined : value === test.positive;
}

interface Transfer {
  readonly asks: bigint;
  readonly tells: bigint;
}

function bitsOfName(numbers: ReadonlyMap<string, number>, name: string | undefined): bigint {
  const slot = name === undefined ? undefined : numbers.get(name);
  return slot === undefined ? 0n : bitsOf(slot, WIDE);
}

/** The slot whose old value does not matter any more; one more of a number is made of the old one. */
function toldBy(step: Step): string | undefined {
  if (step.kind === 'result') return step.slot;
  return step.kind === 'number' && typeof step.change !== 'string' ? step.slot : undefined;
}

/** Backwards to a fixed point: what is asked here, or asked later and not told in between. */
function solve(graph: UnitGraph, transferOf: (step: Step) => Transfer): readonly bigint[] {
  const masks: bigint[] = graph.steps.map(() => 0n);
  const transfers = graph.steps.map(transferOf);
  const before: StepId[][] = graph.steps.map(() => []);
  for (const step of graph.steps) for (const next of successorsOf(step)) before[next]?.push(step.id);
  const pending = graph.steps.map(({ id }) => id);
  const isPending = new Set(pending);
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    isPending.delete(id);
    const step = graph.steps[id];
    if (step === undefined) continue;
    const { asks, tells } = transfers[id] ?? NEITHER;
    const after = successorsOf(step).reduce((all, next) => all | (masks[next] ?? 0n), 0n);
    const mask = asks | (after & ~tells);
    if (mask === masks[id]) continue;
    masks[id] = mask;
    for (const earlier of before[id] ?? []) {
      if (!isPending.has(earlier)) pending.push(earlier);
      isPending.add(earlier);
    }
  }
  return masks;
}

const NEITHER: Transfer = { asks: 0n, tells: 0n };
