import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { ProducerCall } from '@kafka-eos/analyzer/facts/producer';
import type { MapConsumer, MapProducer, Topic, TopicReader, TopicWriter } from './delivery-map.ts';
import type { ServiceOf } from './find-services.ts';
import type { UsedUnit } from './map-pipelines.ts';
import { compareSites, siteKey, siteOf } from './sites.ts';

/** The topics by name, with everyone who writes and reads them. */
export function mapTopics(
  analysis: Analysis,
  used: readonly UsedUnit[],
  consumers: readonly MapConsumer[],
  serviceOf: ServiceOf,
): readonly Topic[] {
  const topics = new Map<string, { readonly writers: TopicWriter[]; readonly readers: TopicReader[] }>();
  const topic = (name: string) => {
    const known = topics.get(name) ?? { writers: [], readers: [] };
    topics.set(name, known);
    return known;
  };
  for (const { pipeline } of used) {
    for (const effect of pipeline.effects) {
      if (effect.kind !== 'send') continue;
      const transactional = effect.where === 'in-transaction';
      const writer = { service: pipeline.service, pipeline: pipeline.id, at: effect.at, transactional };
      for (const name of effect.topics) topic(name).writers.push(writer);
    }
  }
  for (const call of sendsElsewhere(analysis, used)) {
    const place = call.usedAt?.place ?? call.place;
    const writer = { service: serviceOf(place.file).id, at: siteOf(place), transactional: call.transactional };
    for (const name of call.topics) topic(name).writers.push(writer);
  }
  for (const { id, service, topics: names } of consumers) {
    for (const name of names) topic(name).readers.push({ service, consumer: id });
  }
  return [...topics]
    .map(([name, { writers, readers }]) => ({ name, writers: distinct(writers), readers }))
    .sort((a, b) => compareText(a.name, b.name));
}

function distinct(writers: readonly TopicWriter[]): readonly TopicWriter[] {
  const byKey = new Map(writers.map((writer) => [JSON.stringify(writer), writer]));
  return [...byKey.values()].sort(
    (a, b) => compareSites(a.at, b.at) || compareText(a.pipeline ?? '', b.pipeline ?? ''),
  );
}

/** The sends that belong to no pipeline: of a wrapper, the uses that no pipeline leads through. */
export function sendsElsewhere({ delivery, units }: Analysis, used: readonly UsedUnit[]): readonly ProducerCall[] {
  return (delivery?.producerCalls ?? []).filter((call) => {
    if (call.kind !== 'send') return false;
    const key = siteKey(siteOf(call.place));
    return !units.some(({ effects, place }, i) => {
      const own = effects.filter(({ effect }) => siteKey(siteOf(effect.place)) === key);
      if (own.length === 0) return false;
      // What a transaction sends belongs to the unit that opens it, whoever uses that.
      if (call.usedAt === undefined || call.transactional) return true;
      const uses = used.flatMap(({ unit, input }) => (unit === units[i] ? (input?.usedAt?.place.file ?? []) : []));
      const files = [place.file, ...uses, ...own.flatMap(({ calls }) => calls.map(({ file }) => file))];
      return files.includes(call.usedAt.place.file);
    });
  });
}

/** Whether some send goes to a topic of which nothing is in sight. */
export function sendsOutOfSight({ delivery }: Analysis): boolean {
  const sends = (delivery?.producerCalls ?? []).filter(({ kind }) => kind === 'send');
  return sends.some(({ topics, unresolved }) =>
    unresolved.length === 0 ? topics.length === 0 : unresolved.some(({ known }) => known.length === 0),
  );
}

/** The producers, with what they are seen to write. */
export function mapProducers({ delivery }: Analysis, serviceOf: ServiceOf): readonly MapProducer[] {
  const calls = delivery?.producerCalls ?? [];
  return (delivery?.producers ?? []).map(({ id, place, library, transactionalId }) => {
    const topics = calls.flatMap((call) => (call.producers.includes(id) ? call.topics : []));
    return {
      id,
      service: serviceOf(place.file).id,
      at: siteOf(place),
      library,
      ...(transactionalId === undefined
        ? {}
        : { transactionalId: { text: transactionalId.text, origin: transactionalId.origin } }),
      topics: [...new Set(topics)].sort(),
    };
  });
}
