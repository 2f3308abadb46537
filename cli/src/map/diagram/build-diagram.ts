import type { DeliveryMap, MapConsumer, MapEffect, Pipeline, Topic } from '@kafka-eos/linter/map/delivery-map';
import {
  consumerOf,
  effectReason,
  effectTitle,
  groupName,
  guaranteeWords,
  identitiesOf,
  inputNames,
  offsetEntry,
  openInputs,
  positionWords,
  serviceName,
  topicRemark,
} from '../wording.ts';
import type { Card, Diagram, Edge, Row, TopicNode } from './diagram.ts';

/** The picture of a map: topics, pipelines as cards, and who writes and reads what. */
export function buildDiagram(map: DeliveryMap): Diagram {
  const lost = map.consumers.filter(({ pipelines }) => pipelines.length === 0);
  const outside = map.services.map(({ id }) => id).filter((id) => sendsOutside(map, id).length > 0);
  return {
    cards: [
      ...map.pipelines.map((pipeline) => pipelineCard(pipeline, map)),
      ...outside.map((service) => outsideCard(service, map)),
      ...lost.map((consumer) => consumerCard(consumer, map)),
    ],
    topics: map.topics.map((topic) => topicNode(topic, map)),
    edges: [...readEdges(map), ...map.pipelines.flatMap(sendEdges), ...outside.flatMap((id) => outsideEdges(id, map))],
  };
}

function pipelineCard(pipeline: Pipeline, map: DeliveryMap): Card {
  const consumer = consumerOf(map, pipeline);
  const { text, sign, tone } = guaranteeWords[pipeline.guarantee];
  return {
    id: pipelineId(pipeline.id),
    service: serviceName(map, pipeline.service),
    title: pipeline.name,
    ...(pipeline.effects.length === 0 ? {} : { verdict: { text: `${sign} ${text}`, tone } }),
    rows: [
      { kind: 'place', text: `${pipeline.at.file}:${String(pipeline.at.line)}`, at: pipeline.at },
      ...(consumer === undefined
        ? []
        : consumerRows(consumer, pipeline.delivery === 'each-batch' ? ', each batch' : '')),
      ...(pipeline.transactions.length > 0 ? transactionRows(pipeline, map) : looseRows(pipeline)),
    ],
  };
}

function consumerRows(consumer: MapConsumer, delivery = ''): readonly Row[] {
  const text = `group ${groupName(consumer)}, ${consumer.isolation}${delivery}`;
  const open = consumer.topics.length === 0 ? inputNames(consumer) : openInputs(consumer);
  const unresolved: readonly Row[] = open.length === 0 ? [] : [{ kind: 'note', text: `reads ${open.join(', ')}` }];
  const row: Row =
    consumer.isolation === 'read_committed' ? { kind: 'note', text } : { kind: 'note', text, tone: 'repeats' };
  return [...unresolved, row];
}

function transactionRows(pipeline: Pipeline, map: DeliveryMap): readonly Row[] {
  const inside = pipeline.effects.filter(({ where }) => where === 'in-transaction');
  const others = pipeline.effects.filter(({ where }) => where !== 'in-transaction');
  const ids = identitiesOf(pipeline, map).flatMap(({ transactionalId: id }) => (id === undefined ? [] : [id.text]));
  const moved = offsetRows(pipeline, false);
  return [
    { kind: 'open', text: 'in the Kafka transaction' },
    ...inside.map((effect) => effectRow(effect, pipeline)),
    ...offsetRows(pipeline, true),
    { kind: 'close', text: `id ${ids.length === 0 ? 'not in sight' : ids.join(', ')}` },
    ...(others.length + moved.length === 0 ? [] : [{ kind: 'heading', text: 'not in the transaction' } as const]),
    ...moved,
    ...others.map((effect) => effectRow(effect, pipeline)),
  ];
}

function offsetRows(pipeline: Pipeline, inside: boolean): readonly Row[] {
  const offset = offsetEntry(pipeline);
  if (offset?.inside !== inside) return [];
  const { good, words } = offset;
  return [
    {
      kind: 'effect',
      sign: good ? '✓' : '✗',
      text: 'input offset',
      right: words,
      tone: good ? 'once' : 'lost',
      tip: `input offset: ${positionWords(pipeline)}`,
    },
  ];
}

function looseRows(pipeline: Pipeline): readonly Row[] {
  if (pipeline.effects.length === 0) return [{ kind: 'heading', text: 'no effect in sight' }];
  const rows = pipeline.effects.map((effect) => effectRow(effect, pipeline));
  return [{ kind: 'heading', text: 'no Kafka transaction' }, ...rows];
}

function effectRow(effect: MapEffect, pipeline: Pipeline): Row {
  const { sign, text, tone } = guaranteeWords[effect.guarantee];
  const port = effect.kind === 'send' ? { port: portOf(pipeline, effect) } : {};
  const tip = `${effectTitle(effect)}: ${text}; ${effectReason(effect)}`;
  return { kind: 'effect', sign, text: effectTitle(effect), right: text, tone, tip, at: effect.at, ...port };
}

function outsideCard(service: string, map: DeliveryMap): Card {
  const names = sendsOutside(map, service).map(({ name }) => name);
  return {
    id: outsideId(service),
    service: serviceName(map, service),
    title: 'outside handlers',
    unordered: true,
    rows: names.map((name) => ({
      kind: 'effect',
      sign: '→',
      text: `send → ${name}`,
      right: '',
      tone: 'read',
      tip: `code that handles no message sends to ${name}; what it guarantees is its caller's business`,
      port: name,
    })),
  };
}

function consumerCard(consumer: MapConsumer, map: DeliveryMap): Card {
  const { file, line } = consumer.at;
  return {
    id: consumerId(consumer.id),
    service: serviceName(map, consumer.service),
    title: 'consumer',
    rows: [
      { kind: 'place', text: `${file}:${String(line)}`, at: consumer.at },
      ...consumerRows(consumer),
      { kind: 'heading', text: 'no handler in sight' },
    ],
  };
}

function topicNode(topic: Topic, map: DeliveryMap): TopicNode {
  const remark = topicRemark(topic, map);
  return { id: topicId(topic.name), name: topic.name, remark, open: remark !== '' };
}

function readEdges(map: DeliveryMap): readonly Edge[] {
  return map.topics.flatMap(({ name, readers }) =>
    readers.flatMap((reader) => {
      const consumer = map.consumers.find(({ id }) => id === reader.consumer);
      if (consumer === undefined) return [];
      const ends = consumer.pipelines.length === 0 ? [consumerId(consumer.id)] : consumer.pipelines.map(pipelineId);
      const dashed = consumer.isolation === 'read_uncommitted';
      const tip = `${name} is read by group ${groupName(consumer)}, ${consumer.isolation}`;
      return ends.map((to): Edge => ({ from: topicId(name), to, tone: 'read', dashed, tip }));
    }),
  );
}

function sendEdges(pipeline: Pipeline): readonly Edge[] {
  return pipeline.effects.flatMap((effect) => {
    if (effect.kind !== 'send') return [];
    const { tone, text } = guaranteeWords[effect.guarantee];
    const base = { from: pipelineId(pipeline.id), port: portOf(pipeline, effect), tone, dashed: false };
    return effect.topics.map((name): Edge => ({
      ...base,
      to: topicId(name),
      tip: `${pipeline.name} sends ${name}: ${text}`,
    }));
  });
}

function outsideEdges(service: string, map: DeliveryMap): readonly Edge[] {
  return sendsOutside(map, service).map(({ name }) => ({
    from: outsideId(service),
    to: topicId(name),
    port: name,
    tone: 'read',
    dashed: false,
    tip: `${serviceName(map, service)} sends ${name} outside its handlers`,
  }));
}

function sendsOutside(map: DeliveryMap, service: string): readonly Topic[] {
  return map.topics.filter(({ writers }) =>
    writers.some((writer) => writer.service === service && writer.pipeline === undefined),
  );
}

function portOf(pipeline: Pipeline, effect: MapEffect): string {
  return String(pipeline.effects.indexOf(effect));
}

const pipelineId = (id: string): string => `pipeline ${id}`;
const consumerId = (id: string): string => `consumer ${id}`;
const outsideId = (id: string): string => `outside ${id}`;
const topicId = (name: string): string => `topic ${name}`;
