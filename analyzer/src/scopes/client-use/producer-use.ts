import type { Place } from '../../facts/place.ts';
import { calleeNode } from '../../recognize/call-name.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isTagged } from '../../recognize/tags-of-call.ts';
import { contextsOf } from '../find-contexts.ts';
import type { OptionsAt } from '../known-settings.ts';
import { makersBehind, type WayThere } from './way.ts';

/** A call on a producer, as seen from one way of getting there. */
export interface ProducerUse {
  readonly place: Place;
  /** The calls that made the producer; none where it is not known. */
  readonly makers: readonly WayThere[];
}

/** What a call of a member with a tag is called on, once per way of getting there. */
export function producerUsesAt(knowledge: Knowledge, call: OptionsAt['call'], verb: string): readonly ProducerUse[] {
  if (!isTagged(knowledge, call, undefined, verb)) return [];
  const place = knowledge.slice.placeOf(calleeNode(call));
  return contextsOf(knowledge, call).map((env) => ({ place, makers: makersBehind(knowledge, { call, env }) }));
}
