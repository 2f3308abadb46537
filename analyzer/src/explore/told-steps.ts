import type { Trace, TraceStep } from '../facts/trace.ts';
import type { StepId } from '../summaries/unit-graph.ts';
import type { UnitModel } from './project.ts';

/** Whether a trace tells of one of some steps: it knows them by their places alone. */
export function toldIn(
  { graph, placeOf }: UnitModel,
  trace: Trace,
  kind: TraceStep['kind'],
): (steps: ReadonlySet<StepId>) => boolean {
  const places = new Set(trace.filter((told) => told.kind === kind).map(({ place }) => JSON.stringify(place)));
  return (steps) =>
    [...steps].some((id) => {
      const step = graph.steps[id];
      return step !== undefined && places.has(JSON.stringify(placeOf(step)));
    });
}
