import ts from '../typescript.ts';
import { comparePlaces, compareText } from '../facts/place.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { textsOf } from './find-consumers.ts';

/** The topics that one call is seen to write. */
export function topicWritesOf(knowledge: Knowledge, call: AnyCall): readonly TopicWrite[] {
  return meaningsOf(knowledge, call, undefined).flatMap((meaning): readonly TopicWrite[] => {
    if (meaning.kind !== 'produce' || ts.isTaggedTemplateExpression(call)) return [];
    const place = knowledge.slice.placeOf(call.expression);
    const topics = [...new Set(textsOf(knowledge, meaning.topics))];
    return topics.map((topic) => ({ topic, transactional: meaning.transactional, place }));
  });
}

export function compareTopicWrites(a: TopicWrite, b: TopicWrite): number {
  return comparePlaces(a.place, b.place) || compareText(a.topic, b.topic);
}
