import type { DeliveryMap, MapConsumer, MapEffect, Pipeline } from '@kafka-eos/linter/map/delivery-map';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import type { MapRenderer } from './map-report.ts';
import {
  consumerOf,
  effectTitle,
  groupName,
  guaranteeWords,
  inputNames,
  offsetEntry,
  openInputs,
  topicRemark,
} from './wording.ts';

/** A flowchart for Markdown and wikis. Identifiers are ours; labels are quoted, and escaped to the last sign. */
export const mermaid: MapRenderer = ({ map }) => {
  const topics = new Map(map.topics.map(({ name }, i) => [name, safe`t${i}`]));
  const pipelines = map.pipelines.map((pipeline, i) => ({ pipeline, id: safe`p${i}` }));
  return safe`${join([
    safe`flowchart LR`,
    ...topicLines(map, topics),
    ...map.services.flatMap(({ id, name }, i) => {
      const own = pipelines.filter(({ pipeline }) => pipeline.service === id);
      const lost = map.consumers.filter(({ service, pipelines: fed }) => service === id && fed.length === 0);
      const outside = topicsSentOutside(map, id).length > 0;
      if (own.length + lost.length === 0 && !outside) return [];
      return [
        safe`  subgraph s${i}["${label(name)}"]`,
        ...own.flatMap((each) => pipelineLines(each, map)),
        ...lost.map((consumer) => safe`    ${consumerId(map, consumer)}["${label('no handler in sight')}"]`),
        ...(outside ? [safe`    o${i}["${label('outside handlers')}"]`] : []),
        safe`  end`,
      ];
    }),
    ...pipelines.flatMap((each) => edgeLines(each, map, topics)),
    ...outsideEdges(map, topics),
    ...styles,
  ])}\n`;
};

type Topics = ReadonlyMap<string, Safe>;

interface Numbered {
  readonly pipeline: Pipeline;
  readonly id: Safe;
}

const styles: readonly Safe[] = [
  safe`  classDef once stroke:#1a7f37,stroke-width:2px`,
  safe`  classDef repeats stroke:#bf8700,stroke-width:2px`,
  safe`  classDef lost stroke:#cf222e,stroke-width:2px`,
  safe`  classDef unknown stroke:#0969da,stroke-width:2px,stroke-dasharray:4 3`,
  safe`  classDef open stroke-dasharray:4 3`,
];

function topicLines(map: DeliveryMap, ids: Topics): readonly Safe[] {
  return map.topics.map((topic) => {
    const words = topicRemark(topic, map);
    const remark = words === '' ? safe`` : safe`<br/>${label(words)}`;
    return safe`  ${ids.get(topic.name) ?? safe``}(["${label(topic.name)}${remark}"])${words === '' ? safe`` : safe`:::open`}`;
  });
}

function pipelineLines({ pipeline, id }: Numbered, map: DeliveryMap): readonly Safe[] {
  const nodes = pipeline.effects.map((effect, i) => ({ effect, line: effectLine(effect, safe`${id}e${i}`) }));
  const inside = nodes.filter(({ effect }) => effect.where === 'in-transaction').map(({ line }) => line);
  const others = nodes.filter(({ effect }) => effect.where !== 'in-transaction').map(({ line }) => line);
  return [
    // A title of several lines would lie over what it is the title of: the rest is a node, where the pipeline begins.
    safe`    subgraph ${id}["${label(pipeline.name)}"]`,
    safe`      ${id}i["${handlerLabel(pipeline, map)}"]`,
    ...(pipeline.transactions.length > 0 ? transactionLines(pipeline, id, inside) : []),
    ...offsetLine(pipeline, false, id),
    ...others,
    ...(nodes.length === 0 ? [safe`      ${id}n["${label('no effect in sight')}"]`] : []),
    safe`    end`,
  ];
}

function handlerLabel(pipeline: Pipeline, map: DeliveryMap): Safe {
  const consumer = consumerOf(map, pipeline);
  const parts = [
    `${pipeline.at.file}:${String(pipeline.at.line)}`,
    ...(consumer === undefined ? [] : consumerParts(consumer)),
  ];
  return join(parts.map(label), '<br/>');
}

/** The resolved topics are nodes of their own. */
function consumerParts(consumer: MapConsumer): readonly string[] {
  const reads = openInputs(consumer).map((name) => `reads ${name}`);
  return [...reads, `group ${groupName(consumer)}`, consumer.isolation];
}

function transactionLines(pipeline: Pipeline, id: Safe, inside: readonly Safe[]): readonly Safe[] {
  return [
    safe`      subgraph ${id}t["${label('in the Kafka transaction')}"]`,
    ...inside.map((line) => safe`  ${line}`),
    ...offsetLine(pipeline, true, id).map((line) => safe`  ${line}`),
    safe`      end`,
  ];
}

function effectLine(effect: MapEffect, id: Safe): Safe {
  const { sign, text, tone } = guaranteeWords[effect.guarantee];
  const kind = effect.kind === 'write' ? ` (${effect.category})` : '';
  return safe`      ${id}["${label(`${sign} ${effectTitle(effect)}${kind}`)}<br/>${label(text)}"]:::${cleanLine(tone)}`;
}

function offsetLine(pipeline: Pipeline, inside: boolean, id: Safe): readonly Safe[] {
  const offset = offsetEntry(pipeline);
  if (offset?.inside !== inside) return [];
  const { good, words } = offset;
  const title = label(good ? '✓ input offset' : '✗ input offset');
  return [safe`      ${id}o["${title}<br/>${label(words)}"]:::${good ? safe`once` : safe`lost`}`];
}

function edgeLines({ pipeline, id }: Numbered, map: DeliveryMap, topics: Topics): readonly Safe[] {
  const consumer = consumerOf(map, pipeline);
  const arrow = consumer?.isolation === 'read_uncommitted' ? safe`-. "read_uncommitted" .->` : safe`-->`;
  const reads = inputNames(consumer).flatMap((name) => topics.get(name) ?? []);
  const sends = pipeline.effects.flatMap((effect, i) =>
    effect.kind === 'send' ? effect.topics.flatMap((name) => edge(safe`${id}e${i}`, topics.get(name))) : [],
  );
  return [
    ...reads.map((topic) => safe`  ${topic} ${arrow} ${id}i`),
    ...pipeline.effects.flatMap((_, i) => edge(safe`${id}i`, safe`${id}e${i}`)),
    ...(offsetEntry(pipeline) === undefined ? [] : edge(safe`${id}i`, safe`${id}o`)),
    ...(pipeline.effects.length === 0 ? edge(safe`${id}i`, safe`${id}n`) : []),
    ...sends,
  ];
}

function outsideEdges(map: DeliveryMap, topics: Topics): readonly Safe[] {
  const sends = map.services.flatMap(({ id }, i) =>
    topicsSentOutside(map, id).flatMap((name) => edge(safe`o${i}`, topics.get(name))),
  );
  const reads = map.consumers.flatMap((consumer) =>
    consumer.pipelines.length > 0
      ? []
      : consumer.topics.flatMap((name) => edge(topics.get(name), consumerId(map, consumer))),
  );
  return [...sends, ...reads];
}

function edge(from: Safe | undefined, to: Safe | undefined): readonly Safe[] {
  return from === undefined || to === undefined ? [] : [safe`  ${from} --> ${to}`];
}

function topicsSentOutside({ topics }: DeliveryMap, service: string): readonly string[] {
  return topics.flatMap(({ name, writers }) =>
    writers.some((writer) => writer.service === service && writer.pipeline === undefined) ? [name] : [],
  );
}

function consumerId(map: DeliveryMap, consumer: MapConsumer): Safe {
  return safe`c${map.consumers.indexOf(consumer)}`;
}

/** Letters, digits and a few signs as they are, all others as Mermaid's character codes: nothing can end a label. */
function label(text: string): Safe {
  const escaped = cleanLine(text).replaceAll(
    /[^\p{L}\p{N} ._/:,()?✓↻✗→‹›…-]/gu,
    (character) => `#${String(character.codePointAt(0))};`,
  );
  return cleanLine(escaped);
}
