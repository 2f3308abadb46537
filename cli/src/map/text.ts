import type { DeliveryMap, MapConsumer, Topic, TopicReader, TopicWriter } from '@kafka-eos/linter/map/delivery-map';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import { bothEnds, paragraph, rule, widthOf, type Column } from './line-layout.ts';
import type { MapRenderer, MapReport } from './map-report.ts';
import { explainLines } from './text-explain.ts';
import { blocks, pipelineLines, toned } from './text-pipeline.ts';
import { groupName, inputNames, isolationWords, numberOf, serviceName, tones, topicRemark, toneOf } from './wording.ts';

/** For a person at a terminal. */
export const text: MapRenderer = (report) => {
  const { map } = report;
  if (map.pipelines.length + map.consumers.length + map.topics.length + map.producers.length === 0) {
    return safe`${blocks([noteLines(report), [emptyLine(map)]])}\n`;
  }
  const parts = [
    summaryLines(report),
    ...map.services.flatMap(({ id }) => serviceBlocks(id, report)),
    topicLines(report),
    consumersWithoutHandler(report),
    report.explain ? explainLines(report) : [],
    noteLines(report),
    report.explain || map.unknowns.length === 0 ? [] : [hintLine(report)],
  ];
  return safe`${blocks(parts)}\n`;
};

function emptyLine({ clients }: DeliveryMap): Safe {
  return clients.length === 0
    ? safe`No Kafka code found.`
    : safe`No pipeline found: ${cleanLine(clients.join(', '))} is imported, and nothing reads or writes a topic.`;
}

function summaryLines({ map, style, width }: MapReport): readonly Safe[] {
  const effects = map.pipelines.flatMap((pipeline) => pipeline.effects);
  const counts = tones.flatMap(({ tone, sign, text: word }) => {
    const count = effects.filter((effect) => toneOf(effect) === tone).length;
    return count === 0 ? [] : [toned(tone, style)(cleanLine(`${sign} ${String(count)} ${word}`))];
  });
  const sizes = [
    numberOf(map.services.length, 'service'),
    numberOf(map.pipelines.length, 'pipeline'),
    numberOf(effects.length, 'effect'),
  ];
  const column: Column = { width, prefix: safe``, hanging: safe`  ` };
  const line = join(counts, '   ');
  return [
    paragraph(safe`${style.bold(safe`Exactly once where?`)} ${cleanLine(sizes.join(', '))}`, column),
    ...(counts.length > 0 && widthOf(line) <= width ? [line] : counts),
  ];
}

function serviceBlocks(id: string, report: MapReport): readonly (readonly Safe[])[] {
  const { map, style, width } = report;
  const pipelines = map.pipelines.filter(({ service }) => service === id);
  if (pipelines.length === 0) return [];
  const title = style.bold(cleanLine(serviceName(map, id)));
  const [first, ...others] = pipelines.map((pipeline) => pipelineLines(pipeline, report));
  return [[rule(safe`── `, title, '─', width), safe``, ...(first ?? [])], ...others];
}

function topicLines(report: MapReport): readonly Safe[] {
  const { map, style, width } = report;
  if (map.topics.length === 0) return [];
  return [
    rule(safe`── `, style.bold(safe`topics`), '─', width),
    ...map.topics.flatMap((topic) => oneTopic(topic, report)),
  ];
}

function oneTopic(topic: Topic, { map, style, width }: MapReport): readonly Safe[] {
  const below: Column = { width, prefix: safe`    `, hanging: safe`      ` };
  const remark = cleanLine(topicRemark(topic, map));
  const who = (label: Safe, names: readonly string[]): readonly Safe[] =>
    names.length === 0 ? [] : [paragraph(safe`${label} ${cleanLine(names.join(', '))}`, below)];
  return [
    bothEnds(style.cyan(cleanLine(topic.name)), style.dim(remark), { width, prefix: safe`  `, hanging: safe`    ` }),
    ...who(style.dim(safe`from`), writersOf(map, topic.writers)),
    ...who(style.dim(safe`to  `), readersOf(map, topic.readers)),
  ];
}

function writersOf(map: DeliveryMap, writers: readonly TopicWriter[]): readonly string[] {
  const names = writers.map(({ service, transactional, pipeline }) => {
    const how = [
      ...(transactional ? ['in a transaction'] : []),
      ...(pipeline === undefined ? ['outside its handlers'] : []),
    ];
    return `${serviceName(map, service)}${how.length === 0 ? '' : ` (${how.join(', ')})`}`;
  });
  return [...new Set(names)];
}

function readersOf(map: DeliveryMap, readers: readonly TopicReader[]): readonly string[] {
  const names = readers.map(({ service, consumer }) => {
    const found = map.consumers.find(({ id }) => id === consumer);
    return `${serviceName(map, service)}${found === undefined ? '' : howRead(found)}`;
  });
  return [...new Set(names)];
}

function howRead(consumer: MapConsumer): string {
  return consumer.isolation === 'read_uncommitted' ? ` (read_uncommitted: ${isolationWords(consumer)})` : '';
}

function consumersWithoutHandler({ map, style, width, shownPath }: MapReport): readonly Safe[] {
  const lost = map.consumers.filter(({ pipelines }) => pipelines.length === 0);
  if (lost.length === 0) return [];
  const column: Column = { width, prefix: safe`  `, hanging: safe`    ` };
  return [
    rule(safe`── `, style.bold(safe`consumers without a handler in sight`), '─', width),
    ...lost.flatMap((consumer) => [
      paragraph(cleanLine(`${inputNames(consumer).join(', ')} (group ${groupName(consumer)})`), column),
      safe`    ${style.dim(safe`${cleanLine(shownPath(consumer.at.file))}:${consumer.at.line}`)}`,
    ]),
  ];
}

function noteLines({ notices, style, shownPath }: MapReport): readonly Safe[] {
  return notices.map(({ message, file }) => {
    const where = file === undefined ? safe`` : safe`${cleanLine(shownPath(file))}: `;
    return safe`${style.cyan(safe`note`)} ${where}${cleanLine(message)}`;
  });
}

function hintLine({ map, style, width }: MapReport): Safe {
  const words = `${numberOf(map.unknowns.length, 'thing')} could not be followed: --explain lists them, and how to tell the tool`;
  return paragraph(cleanLine(words), { width, prefix: safe``, hanging: safe`  ` }, style.dim);
}
