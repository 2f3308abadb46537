import type ts from 'typescript';
import { comparePlaces, compareText } from '../facts/place.ts';
import type { TopicWrite } from '../facts/producer.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { createdWithAny } from './created-with.ts';
import { textsOf } from './find-consumers.ts';

/** The topics that one call is seen to write. */
export function topicWritesOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly TopicWrite[] {
  return meaningsOf(knowledge, call, undefined).flatMap((meaning): readonly TopicWrite[] => {
    if (meaning.kind !== 'produce') return [];
    const place = knowledge.slice.placeOf(call.expression);
    const topics = [...new Set(textsOf(knowledge, meaning.topics))];
    const transactional = meaning.whenOpen
      ? // Such a producer sends nothing outside of its transactions.
        createdWithAny(knowledge, call, undefined, 'transactional-id')
      : meaning.transactional;
    return topics.map((topic) => ({ topic, transactional, place }));
  });
}

export function compareTopicWrites(a: TopicWrite, b: TopicWrite): number {
  return comparePlaces(a.place, b.place) || compareText(a.topic, b.topic);
}
