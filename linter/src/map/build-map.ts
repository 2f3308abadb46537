import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { DeliveryMap, Service } from './delivery-map.ts';
import type { ServiceOf } from './find-services.ts';
import { mapConsumers } from './map-consumers.ts';
import { mapPipelines } from './map-pipelines.ts';
import { mapProducers, mapTopics, sendsOutOfSight } from './map-topics.ts';
import { mapUnknowns } from './map-unknowns.ts';

/** Draws together what an analysis (with its delivery facts) states about who reads, does and writes what. */
export function buildMap(analysis: Analysis, serviceOf: ServiceOf): DeliveryMap {
  const used = mapPipelines(analysis, serviceOf);
  const { consumers, pipelines } = mapConsumers(analysis, used, serviceOf);
  const producers = mapProducers(analysis, serviceOf);
  const topics = mapTopics(analysis, used, consumers, serviceOf);
  const files = [...pipelines, ...consumers, ...producers, ...topics.flatMap(({ writers }) => writers)].map(
    ({ at }) => at.file,
  );
  return {
    clients: analysis.clients,
    services: named(files.map(serviceOf)),
    pipelines,
    consumers,
    producers,
    topics,
    ...(sendsOutOfSight(analysis) ? { sendsOutOfSight: true as const } : {}),
    unknowns: mapUnknowns(analysis, used),
  };
}

/** Each service once; those of one name are told apart by their folders. */
function named(services: readonly Service[]): readonly Service[] {
  const byId = [...new Map(services.map((service) => [service.id, service])).values()];
  return byId
    .map((service) =>
      byId.some(({ id, name }) => name === service.name && id !== service.id)
        ? { ...service, name: `${service.name} (${service.id})` }
        : service,
    )
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
