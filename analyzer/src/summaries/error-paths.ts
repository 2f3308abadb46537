import type ts from '../typescript.ts';
import { enterCallback } from '../recognize/enter-call.ts';
import type { FunctionValue } from '../recognize/value.ts';
import type { Builder, Continuation } from './builder.ts';
import { filterOfError, type ErrorFilter } from './error-filter.ts';
import type { StepId } from './unit-graph.ts';

/** Where errors of a unit go: into a filter, whose end is then that of the unit. */
export interface ErrorPaths {
  /** For an error of which nothing is known. */
  readonly any: StepId;
  readonly thrownBy: (statement: ts.Node) => StepId;
}

export function errorPaths(
  builder: Builder,
  filters: readonly ErrorFilter[],
  unit: ts.Node,
  to: Continuation,
): ErrorPaths {
  const known = new Map<ErrorFilter | undefined, StepId>();
  // What leaves the unit is told apart from what leaves a filter.
  const some = filters.some(({ classes, answers }) => classes !== undefined || answers === true);
  const error = some ? builder.add(unit, undefined, { kind: 'pass', next: to.error }, '!') : to.error;
  const filteredBy = (filter: ErrorFilter | undefined): StepId => {
    if (filter?.answers === true) return builder.add(unit, undefined, { kind: 'pass', next: to.next }, '?');
    return filter?.fn === undefined ? error : filtered(builder, filter.fn, to);
  };
  const path = (thrown?: ts.Node): StepId => {
    const filter = filterOfError(builder.knowledge, filters, thrown);
    const step = known.get(filter) ?? filteredBy(filter);
    known.set(filter, step);
    return step;
  };
  return { any: path(), thrownBy: path };
}

function filtered(builder: Builder, filter: FunctionValue, to: Continuation): StepId {
  const env = enterCallback(builder.knowledge, filter, filter.fn, undefined, []);
  if (env === undefined) return to.error;
  const next = builder.enter(filter, env, to);
  return builder.add(filter.fn, env, { kind: 'catch', uniqueViolation: false, next }, '!');
}
