import type { DeliveryMap, MapEffect, Pipeline, Site } from '@kafka-eos/linter/map/delivery-map';
import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import { description } from './diagram/draw.ts';
import type { MapRenderer, MapReport } from './map-report.ts';
import { block, cell, code, prose } from './markdown-text.ts';
import { unknownTitles } from './text-explain.ts';
import {
  consumerOf,
  effectReason,
  effectTitle,
  groupName,
  guaranteeWords,
  identitiesOf,
  identityWords,
  inputNames,
  isolationWords,
  noReaders,
  noWriters,
  positionWords,
  serviceName,
  writtenWords,
} from './wording.ts';

/** The team's delivery guarantees as a document to commit: no times, no absolute paths, the same bytes every time. */
export const markdown: MapRenderer = (report) => {
  const { map, notices } = report;
  const parts: readonly Safe[] = [
    safe`# Delivery guarantees`,
    safe`What happens exactly once, and what does not, when a process crashes, a partition moves or a call is retried. Written by \`kafka-eos map --format markdown\`; run it again instead of editing this page.`,
    prose(description(map)),
    ...(notices.length === 0 ? [] : [join(notices.map(({ message, file }) => noteItem(message, file)))]),
    ...identitySection(report),
    ...policySection(report),
    ...isolationSection(report),
    ...pipelineSections(report),
    ...topicSection(map),
    ...explainSection(report),
  ];
  return safe`${join(parts, '\n\n')}\n`;
};

function noteItem(message: string, file: string | undefined): Safe {
  return safe`- ${file === undefined ? safe`` : safe`${code(file)}: `}${prose(message)}`;
}

function identitySection({ map, linkTo }: MapReport): readonly Safe[] {
  const rows = map.producers.map(({ service, transactionalId: id, topics, at }) => [
    prose(serviceName(map, service)),
    id === undefined ? safe`none` : code(id.text),
    id === undefined ? safe`not transactional` : cleanLine(`${id.origin}: ${identityWords[id.origin]}`),
    names(topics),
    link(at, linkTo),
  ]);
  return section('Transaction identity', ['service', 'transactional id', 'origin', 'topics', 'producer'], rows);
}

function policySection({ map, linkTo }: MapReport): readonly Safe[] {
  const rows = map.pipelines.flatMap((pipeline) =>
    pipeline.effects.flatMap((effect) =>
      effect.kind === 'write'
        ? [
            [
              prose(serviceName(map, pipeline.service)),
              code(effect.label),
              prose(effect.category),
              prose(effect.policy),
              verdict(effect),
              link(effect.at, linkTo),
            ],
          ]
        : [],
    ),
  );
  return section('External effect policy', ['service', 'effect', 'system', 'policy', 'guarantee', 'place'], rows);
}

function isolationSection({ map, linkTo }: MapReport): readonly Safe[] {
  const rows = map.consumers.map((consumer) => [
    prose(serviceName(map, consumer.service)),
    code(groupName(consumer)),
    names(inputNames(consumer)),
    code(consumer.isolation),
    cleanLine(writtenWords(consumer, map)),
    cleanLine(isolationWords(consumer)),
    link(consumer.at, linkTo),
  ]);
  const columns = ['service', 'group', 'topics', 'isolation', 'its topics are written', 'so it', 'consumer'];
  return section('Isolation of each consumer', columns, rows);
}

function pipelineSections(report: MapReport): readonly Safe[] {
  const { map } = report;
  if (map.pipelines.length === 0) return [];
  const services = map.services.flatMap(({ id, name }) => {
    const own = map.pipelines.filter(({ service }) => service === id);
    return own.length === 0
      ? []
      : [safe`### ${prose(name)}`, ...own.flatMap((pipeline) => pipelineParts(pipeline, report))];
  });
  return [safe`## Pipelines`, ...services];
}

function pipelineParts(pipeline: Pipeline, { map, linkTo }: MapReport): readonly Safe[] {
  const consumer = consumerOf(map, pipeline);
  const inputs = inputNames(consumer);
  const ids = identitiesOf(pipeline, map).flatMap(({ transactionalId: id }) => (id === undefined ? [] : [id.text]));
  const facts = [
    link(pipeline.at, linkTo),
    ...(consumer === undefined ? [] : [safe`group ${code(groupName(consumer))}`, code(consumer.isolation)]),
    ...(pipeline.position.length === 0 ? [] : [cleanLine(`input offset ${positionWords(pipeline)}`)]),
    ...(ids.length === 0 ? [] : [safe`transactional id ${names(ids)}`]),
    ...(pipeline.complete ? [] : [safe`not explored completely`]),
  ];
  const rows = pipeline.effects.map((effect) => [
    effectName(effect),
    cleanLine(places[effect.where]),
    verdict(effect),
    prose(effectReason(effect)),
    link(effect.at, linkTo),
  ]);
  const { sign, text } = guaranteeWords[pipeline.guarantee];
  const title = safe`${inputs.length === 0 ? safe`` : safe`${names(inputs)} → `}${prose(pipeline.name)}`;
  return [
    safe`#### ${title}${rows.length === 0 ? safe`` : cleanLine(`: ${sign} ${text}`)}`,
    join(facts, ' · '),
    rows.length === 0
      ? safe`No effect in sight.`
      : table(['effect', 'Kafka transaction', 'guarantee', 'reason', 'place'], rows),
  ];
}

const places: Readonly<Record<MapEffect['where'], string>> = {
  'in-transaction': '**inside**',
  'beside-transaction': '**not in it**, while it is open',
  outside: 'not in one',
};

function effectName(effect: MapEffect): Safe {
  return effect.kind === 'write' ? safe`${code(effect.label)} (${prose(effect.category)})` : code(effectTitle(effect));
}

function topicSection(map: DeliveryMap): readonly Safe[] {
  const who = (services: readonly string[], none: string): Safe => {
    const shown = [...new Set(services)].map((id) => prose(serviceName(map, id)));
    return shown.length === 0 ? cleanLine(none) : join(shown, ', ');
  };
  const rows = map.topics.map(({ name, writers, readers }) => [
    code(name),
    who(
      writers.map(({ service }) => service),
      noWriters(map),
    ),
    who(
      readers.map(({ service }) => service),
      noReaders(map),
    ),
  ]);
  return section('Topics', ['topic', 'written by', 'read by'], rows);
}

function explainSection({ map, explain, linkTo }: MapReport): readonly Safe[] {
  if (!explain) return [];
  if (map.unknowns.length === 0)
    return [safe`## What the map does not know`, safe`Nothing: every topic, effect and call was followed.`];
  const kinds = [...new Set(map.unknowns.map(({ kind }) => kind))];
  return [
    safe`## What the map does not know`,
    ...kinds.flatMap((kind) => [
      safe`### ${cleanLine(unknownTitles[kind])}`,
      ...map.unknowns
        .filter((unknown) => unknown.kind === kind)
        .flatMap(({ what, sites, consequence, remedy }) => [
          safe`${code(what)} at ${join(
            sites.map((site) => link(site, linkTo)),
            ', ',
          )}: ${prose(consequence)}. ${cleanLine(remedy.words)}`,
          ...(remedy.snippet === undefined ? [] : [block(remedy.snippet, kind === 'bound' ? 'sh' : 'ts')]),
        ]),
    ]),
  ];
}

function verdict({ guarantee }: MapEffect): Safe {
  const { sign, text } = guaranteeWords[guarantee];
  return cleanLine(`${sign} ${text}`);
}

function names(texts: readonly string[]): Safe {
  return join(texts.map(code), ', ');
}

function section(title: string, columns: readonly string[], rows: readonly (readonly Safe[])[]): readonly Safe[] {
  return rows.length === 0 ? [] : [safe`## ${cleanLine(title)}`, table(columns, rows)];
}

function table(columns: readonly string[], rows: readonly (readonly Safe[])[]): Safe {
  const line = (cells: readonly Safe[]): Safe => safe`| ${join(cells.map(cell), ' | ')} |`;
  return join([
    line(columns.map((column) => cleanLine(column))),
    line(columns.map(() => safe`---`)),
    ...rows.map(line),
  ]);
}

function link(at: Site, linkTo: MapReport['linkTo']): Safe {
  return safe`[${code(`${at.file}:${String(at.line)}`)}](<${cleanLine(linkTo(at))}>)`;
}
