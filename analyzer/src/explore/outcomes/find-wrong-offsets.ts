import type { WrongOffset } from '../../facts/handler-outcome.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import { wrongOffsetsAt } from '../../scopes/wrong-offsets.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { say } from '../wording.ts';

/** Offsets of messages that reach a call which wants another one. */
export function findWrongOffsets(
  { graph, knowledge }: EnteredUnit,
  { delivery }: Pick<UnitDescription, 'delivery'>,
): readonly WrongOffset[] {
  const received = { place: delivery.place, kind: 'receive', message: say.first(delivery) } as const;
  const found = graph.steps.flatMap((step) =>
    step.kind === 'control' ? wrongOffsetsAt(knowledge, step.node, step.env) : [],
  );
  const byPlace = new Map(found.map((each) => [JSON.stringify(each.place), each]));
  return [...byPlace.values()]
    .map((wrong) => ({ ...wrong, trace: [received, ...wrong.trace] }))
    .sort((a, b) => comparePlaces(a.place, b.place));
}
