import type { WrongOffset } from '../../facts/handler-outcome.ts';
import { comparePlaces } from '../../facts/place.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { contextsOf } from '../find-contexts.ts';
import type { OptionsAt } from '../known-settings.ts';
import { wrongOffsetsAt } from '../wrong-offsets.ts';

/** What tags say of calls that are given an offset to go on at. */
export const POSITION_VERBS = ['commit-offsets', 'commit-offsets-if-necessary', 'resolve-offset'] as const;

/**
 * Which offset a call is given shows without its handler: a library commits in a callback that it hands to handlers of
 * somebody else, or in a method that they call.
 */
export function committedOffsetsAt(knowledge: Knowledge, call: OptionsAt['call']): readonly WrongOffset[] {
  return contextsOf(knowledge, call).flatMap((env) => wrongOffsetsAt(knowledge, call, env));
}

/** The wrong ones, each once. */
export function wronglyCommitted(seen: readonly WrongOffset[]): readonly WrongOffset[] {
  const distinct = new Map(seen.map((each) => [JSON.stringify([each.kind, each.place]), each]));
  return [...distinct.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
