import type { ConditionTest } from '../summaries/condition-test.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import type { UnitGuard } from './find-guards.ts';
import { normalSuccessors } from './reach.ts';

/**
 * The effects, by step key, that a guard decides: a first delivery can reach them, and one whose record is there cannot.
 * Results of helpers are followed as values, so that `if (await isNew(id))` decides as much as the check inside.
 */
export function guardedEffects(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  guard: UnitGuard,
): ReadonlySet<string> {
  const decided = new Set<string>();
  // Where a field is compared, either side may be that of a first delivery.
  for (const unknownIs of [true, false]) {
    const fresh = reachable(graph, tests, guard, { recorded: false, unknownIs });
    const recorded = reachable(graph, tests, guard, { recorded: true, unknownIs: !unknownIs });
    for (const key of fresh) if (!recorded.has(key)) decided.add(key);
  }
  return decided;
}

interface Answer {
  readonly recorded: boolean;
  readonly unknownIs: boolean;
}

type Slots = ReadonlyMap<string, boolean>;

interface Moment {
  readonly at: StepId;
  readonly slots: Slots;
}

const LIMIT = 20_000;

function reachable(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
  guard: UnitGuard,
  answer: Answer,
): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  const pending: Moment[] = [{ at: graph.entry, slots: new Map() }];
  for (let moment = pending.pop(); moment !== undefined; moment = pending.pop()) {
    const step = graph.steps[moment.at];
    const key = momentKey(moment);
    if (step === undefined || seen.has(key) || seen.size > LIMIT) continue;
    seen.add(key);
    const stopped = guard.throws && guard.asks.has(step.id) && answer.recorded;
    if ((step.kind === 'write' || step.kind === 'produce') && !stopped) found.add(step.key);
    pending.push(...(stopped ? [] : after(step, moment, tests, guard, answer)));
  }
  return found;
}

function momentKey({ at, slots }: Moment): string {
  const known = [...slots].map(([name, value]) => `${name}=${value ? '1' : '0'}`).sort();
  return `${String(at)} ${known.join(';')}`;
}

function after(
  step: Step,
  moment: Moment,
  tests: ReadonlyMap<StepId, ConditionTest>,
  guard: UnitGuard,
  answer: Answer,
): readonly Moment[] {
  if (step.kind === 'result') return [{ at: step.next, slots: new Map([...moment.slots, [step.slot, step.value]]) }];
  if (step.kind !== 'branch') return normalSuccessors(step).map((at) => ({ ...moment, at }));
  const truth = forced(step.id, guard, answer) ?? known(tests.get(step.id), moment.slots);
  if (truth === undefined) return [step.whenTrue, step.whenFalse].map((at) => ({ ...moment, at }));
  return [{ ...moment, at: truth ? step.whenTrue : step.whenFalse }];
}

function forced(step: StepId, guard: UnitGuard, answer: Answer): boolean | undefined {
  const branch = guard.branches.find((b) => b.step === step);
  if (branch === undefined) return undefined;
  if (branch.fresh === 'unknown') return answer.unknownIs;
  return (branch.fresh === 'whenTrue') !== answer.recorded;
}

function known(test: ConditionTest | undefined, slots: Slots): boolean | undefined {
  if (test?.kind === 'constant') return test.value;
  const value = test?.kind === 'slot' ? slots.get(test.slot) : undefined;
  return value === undefined || test?.kind !== 'slot' ? undefined : value === test.positive;
}
