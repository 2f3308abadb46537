import type { ConditionTest } from '../summaries/condition.ts';
import { successorsOf, type Step, type StepId, type UnitGraph } from '../summaries/unit-graph.ts';

/** Which answers of functions are what they are because something failed, and was caught. */
export interface FailedAnswers {
  /** Given only behind a catch that a failed call leads to. */
  readonly caught: ReadonlySet<StepId>;
  /** The answer that an answer repeats: `return await save()`. */
  readonly repeated: ReadonlyMap<StepId, string>;
}

export function failedAnswers(graph: UnitGraph, tests: ReadonlyMap<StepId, ConditionTest>): FailedAnswers {
  const results = graph.steps.filter(isResult);
  const withoutCatch = reached(graph, [graph.entry]);
  const errors = graph.steps.flatMap((step) => ('error' in step && step.error !== step.next ? [step.error] : []));
  const behindFailure = reached(graph, errors);
  const caught = results.filter(({ id }) => behindFailure.has(id) && !withoutCatch.has(id)).map(({ id }) => id);
  return { caught: new Set(caught), repeated: new Map(repeatedAnswers(graph, tests)) };
}

type ResultStep = Step & { readonly kind: 'result' };

function isResult(step: Step): step is ResultStep {
  return step.kind === 'result';
}

/** What follows when nothing fails from there on; nothing is caught either, unless it begins with that. */
function reached({ steps }: UnitGraph, from: readonly StepId[]): ReadonlySet<StepId> {
  const seen = new Set(from);
  for (const id of seen) {
    const step = steps[id];
    if (step === undefined) continue;
    const next = 'error' in step ? [step.next] : successorsOf(step);
    for (const at of next) if (steps[at]?.kind !== 'catch') seen.add(at);
  }
  return seen;
}

/**
 * A value that is returned and asked in the same place is the answer that it asks for, and so is what a variable is given
 * where one is asked for: `state = failed ? 'failed' : 'stored'`.
 */
function* repeatedAnswers(
  graph: UnitGraph,
  tests: ReadonlyMap<StepId, ConditionTest>,
): Generator<readonly [StepId, string]> {
  for (const step of graph.steps) {
    const test = step.kind === 'branch' ? tests.get(step.id) : undefined;
    if (step.kind !== 'branch' || test?.kind !== 'slot') continue;
    const [one, other] = [givenFrom(graph, step.whenTrue), givenFrom(graph, step.whenFalse)];
    for (const id of [...one].filter((id) => !other.has(id))) yield [id, test.slot];
    for (const id of [...other].filter((id) => !one.has(id))) yield [id, test.slot];
  }
}

/** The values that are given before anything else happens. */
function givenFrom({ steps }: UnitGraph, from: StepId): ReadonlySet<StepId> {
  const found = new Set<StepId>();
  for (let step = steps[from]; step?.kind === 'result' && !found.has(step.id); step = steps[step.next])
    found.add(step.id);
  return found;
}
