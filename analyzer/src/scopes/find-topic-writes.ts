import { comparePlaces, compareText } from '../facts/place.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { textsOf } from './find-consumers.ts';

/** Every topic that the slice is seen to write. */
export function findTopicWrites(knowledge: Knowledge): readonly TopicWrite[] {
  const found = callsTagged(knowledge, 'produce').flatMap((call) =>
    meaningsOf(knowledge, call, undefined).flatMap((meaning): readonly TopicWrite[] => {
      if (meaning.kind !== 'produce') return [];
      const place = knowledge.slice.placeOf(call.expression);
      const topics = [...new Set(textsOf(knowledge, meaning.topics))];
      return topics.map((topic) => ({ topic, transactional: meaning.transactional, place }));
    }),
  );
  return found.sort((a, b) => comparePlaces(a.place, b.place) || compareText(a.topic, b.topic));
}
