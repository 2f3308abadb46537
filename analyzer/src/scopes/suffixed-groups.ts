import type { Place } from '../facts/place.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { findConsumers, groupTexts } from './find-consumers.ts';

/** A group whose id a framework makes longer than it was configured. */
export interface SuffixedGroup {
  readonly configured: string;
  /** As the broker knows it. */
  readonly known: string;
  readonly place: Place;
}

export function suffixedGroups(knowledge: Knowledge): readonly SuffixedGroup[] {
  const consumers = findConsumers(knowledge);
  return callsTagged(knowledge, 'create-consumer').flatMap((call) => {
    const consumer = consumers.find(({ origin }) => origin === call)?.consumer;
    const [member] = knowledge.calleesOf(call, undefined).library;
    if (consumer?.groupId === undefined || member === undefined) return [];
    const { groupId: known, place } = consumer;
    const [configured, ...others] = groupTexts(knowledge, call, member);
    const isLonger = configured !== undefined && others.length === 0 && configured !== known;
    return isLonger ? [{ configured, known, place }] : [];
  });
}
