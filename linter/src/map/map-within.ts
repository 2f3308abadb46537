import type { IsAsked } from '../asked-files.ts';
import type {
  DeliveryMap,
  MapConsumer,
  MapProducer,
  Pipeline,
  Site,
  Topic,
  Unknown,
  UnknownKind,
} from './delivery-map.ts';

const ofProducers: ReadonlySet<UnknownKind> = new Set(['producer', 'transactional-id']);

/** What of a map runs through the files that were asked about; of shared code, what they use. */
export function mapWithin(map: DeliveryMap, isAsked: IsAsked): DeliveryMap {
  const isWithin = ({ file }: Site): boolean => isAsked(file);
  const pipelines = map.pipelines.filter((pipeline) => sitesOf(pipeline).some(isWithin));
  const ids = new Set(pipelines.map(({ id }) => id));
  const consumers = map.consumers.flatMap((consumer) => consumerWithin(consumer, ids, isWithin(consumer.at)));
  const readers = new Set(consumers.map(({ id }) => id));
  const topics = map.topics.flatMap((topic) => topicWithin(topic, { ids, readers, isWithin }));
  const producers = map.producers.filter((producer) => isWithin(producer.at) || isUsed(producer, pipelines, topics));
  const read = new Set([...pipelines.flatMap(sitesOf), ...consumers.map(({ at }) => at)].map(({ file }) => file));
  const written = new Set(producers.map(({ at }) => at.file));
  const isAbout = ({ kind, sites }: Unknown): boolean =>
    sites.some((site) => isWithin(site) || read.has(site.file) || (ofProducers.has(kind) && written.has(site.file)));
  const services = new Set([
    ...[...pipelines, ...consumers, ...producers].map(({ service }) => service),
    ...topics.flatMap(({ writers }) => writers.map(({ service }) => service)),
  ]);
  return {
    ...map,
    services: map.services.filter(({ id }) => services.has(id)),
    pipelines,
    consumers,
    producers,
    topics,
    unknowns: map.unknowns.filter(isAbout),
  };
}

function sitesOf({ at, handlerAt, transactions, effects }: Pipeline): readonly Site[] {
  return [at, ...(handlerAt === undefined ? [] : [handlerAt]), ...[...transactions, ...effects].map((each) => each.at)];
}

function consumerWithin(consumer: MapConsumer, ids: ReadonlySet<string>, isWithin: boolean): readonly MapConsumer[] {
  const pipelines = consumer.pipelines.filter((id) => ids.has(id));
  return isWithin || pipelines.length > 0 ? [{ ...consumer, pipelines }] : [];
}

interface Within {
  readonly ids: ReadonlySet<string>;
  readonly readers: ReadonlySet<string>;
  readonly isWithin: (site: Site) => boolean;
}

function topicWithin(topic: Topic, { ids, readers, isWithin }: Within): readonly Topic[] {
  const writers = topic.writers.filter(({ pipeline, at }) =>
    pipeline === undefined ? isWithin(at) : ids.has(pipeline),
  );
  const read = topic.readers.filter(({ consumer }) => readers.has(consumer));
  return writers.length + read.length === 0 ? [] : [{ ...topic, writers, readers: read }];
}

function isUsed(
  { id, topics: written }: MapProducer,
  pipelines: readonly Pipeline[],
  topics: readonly Topic[],
): boolean {
  const isBegun = pipelines.some(({ transactions }) => transactions.some(({ producers }) => producers.includes(id)));
  return isBegun || topics.some(({ name, writers }) => writers.length > 0 && written.includes(name));
}
