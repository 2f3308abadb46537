import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { Consumer } from '@kafka-eos/analyzer/facts/consumer';
import type { UnitInput } from '@kafka-eos/analyzer/facts/delivery';
import type { OutOfSight } from '@kafka-eos/analyzer/facts/written';
import type { MapConsumer, Pipeline } from './delivery-map.ts';
import type { ServiceOf } from './find-services.ts';
import type { UsedUnit } from './map-pipelines.ts';
import { compareSites, siteKey, siteOf } from './sites.ts';

export interface MappedConsumers {
  readonly consumers: readonly MapConsumer[];
  /** The pipelines, each with the id of its consumer. */
  readonly pipelines: readonly Pipeline[];
}

type Draft = Omit<MapConsumer, 'inputs' | 'pipelines'>;

/** The consumers, each once per use and for what is read in it, and who is fed by them. */
export function mapConsumers(analysis: Analysis, used: readonly UsedUnit[], serviceOf: ServiceOf): MappedConsumers {
  const drafts = new Map<string, { readonly draft: Draft; readonly pipelines: string[] }>();
  const pipelines = used.map(({ unit, input, pipeline }) => {
    const consumer = analysis.consumers.find(({ id }) => id === unit.consumerId);
    if (consumer === undefined || input === undefined) return pipeline;
    const same = draftOf(analysis, consumer, input, serviceOf, pipeline);
    const key = JSON.stringify(same);
    const entry = drafts.get(key) ?? { draft: { ...same, id: freeId(same.id, drafts) }, pipelines: [] };
    drafts.set(key, entry);
    entry.pipelines.push(pipeline.id);
    return { ...pipeline, consumer: entry.draft.id };
  });
  const fed = new Set(used.map(({ unit }) => unit.consumerId));
  for (const consumer of analysis.consumers.filter(({ id }) => !fed.has(id))) {
    const draft = draftOf(analysis, consumer, undefined, serviceOf, undefined);
    drafts.set(draft.id, { draft, pipelines: [] });
  }
  const consumers = [...drafts.values()].map(({ draft, pipelines: ids }): MapConsumer => ({
    ...draft,
    inputs: inputsOf(draft.topics, analysis),
    pipelines: ids,
  }));
  return { consumers: consumers.sort((a, b) => compareSites(a.at, b.at)), pipelines };
}

/** One consumer may hand some topics to one handler, and others to another. */
function freeId(id: string, drafts: ReadonlyMap<string, { readonly draft: Draft }>): string {
  const taken = [...drafts.values()].filter(({ draft }) => draft.id === id || draft.id.startsWith(`${id}#`));
  return taken.length === 0 ? id : `${id}#${String(taken.length + 1)}`;
}

function draftOf(
  analysis: Analysis,
  consumer: Consumer,
  input: UnitInput | undefined,
  serviceOf: ServiceOf,
  pipeline: Pipeline | undefined,
): Draft {
  const place = siteOf(consumer.place);
  const own = serviceOf(place.file).id;
  const isElsewhere = pipeline !== undefined && pipeline.service !== own;
  const at = isElsewhere ? pipeline.at : place;
  return {
    id: isElsewhere ? `${siteKey(at)} ${siteKey(place)}` : siteKey(place),
    service: isElsewhere ? pipeline.service : own,
    at,
    library: consumer.library,
    ...groupOf(analysis, consumer, input),
    topics: input?.topics ?? consumer.topics,
    unresolvedTopics: input === undefined ? writtenOf(analysis, consumer, 'topic') : anyOf(input.unresolved),
    ...isolationOf(consumer),
  };
}

function groupOf(
  analysis: Analysis,
  consumer: Consumer,
  input: UnitInput | undefined,
): Pick<MapConsumer, 'group' | 'groupWritten'> {
  const group = input === undefined ? consumer.groupId : input.groupId;
  const groupWritten = input === undefined ? writtenOf(analysis, consumer, 'group-id')[0] : input.groupWritten?.text;
  return { ...(group === undefined ? {} : { group }), ...(groupWritten === undefined ? {} : { groupWritten }) };
}

function writtenOf({ delivery }: Analysis, { id }: Consumer, kind: 'topic' | 'group-id'): readonly string[] {
  const own = (delivery?.unresolved ?? []).filter((each) => each.kind === kind && each.consumers.includes(id));
  const open = kind === 'topic' ? own.filter(({ known }) => known.length === 0) : own;
  return [...new Set(open.map(({ written }) => written.text))];
}

/** What is taken for its default is one of the topics; the others may be any topic. */
function anyOf(unresolved: readonly OutOfSight[]): readonly string[] {
  return [...new Set(unresolved.filter(({ known }) => known.length === 0).map(({ text }) => text))];
}

function isolationOf({ readUncommitted }: Consumer): Pick<MapConsumer, 'isolation' | 'isolationAt'> {
  if (readUncommitted === undefined) return { isolation: 'read_committed' };
  const isolationAt = siteOf(readUncommitted.place);
  if (readUncommitted.value === 'unknown') return { isolation: 'unknown', isolationAt };
  return { isolation: readUncommitted.value ? 'read_uncommitted' : 'read_committed', isolationAt };
}

function inputsOf(topics: readonly string[], { topicWrites }: Analysis): MapConsumer['inputs'] {
  const writes = topicWrites.filter(({ topic }) => topics.includes(topic));
  const inTransactions = writes.some(({ transactional }) => transactional);
  const outside = writes.some(({ transactional }) => !transactional);
  if (inTransactions && outside) return 'both';
  if (inTransactions) return 'in-transactions';
  return outside ? 'outside-transactions' : 'nobody-here';
}
