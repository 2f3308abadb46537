import type {
  DeliveryMap,
  MapConsumer,
  MapEffect,
  MapProducer,
  Pipeline,
  Site,
} from '@kafka-eos/linter/map/delivery-map';
import { description, draw } from './diagram/draw.ts';
import { palette, pictureStyle } from './diagram/palette.ts';
import { explainSection } from './html-explain.ts';
import { pageStyle } from './html-style.ts';
import { lines, markup, nothing, toText, type Markup } from './markup.ts';
import type { MapRenderer, MapReport } from './map-report.ts';
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

/** One page that asks for nothing: no script, no font, no image from anywhere. */
export const html: MapRenderer = (report) =>
  toText(page(report, { policy: markup`default-src 'none'; style-src 'unsafe-inline'`, nonce: '', colours: palette }));

/** How a page is allowed to look, and where its colours come from. */
export interface PageLook {
  /** Its content security policy. */
  readonly policy: Markup;
  /** Lets its style sheet pass the policy. */
  readonly nonce: string;
  readonly colours: Markup;
}

export type PageReport = Pick<MapReport, 'map' | 'notices' | 'explain' | 'linkTo'>;

/** The picture, and everything that stands in it as tables. */
export function page(report: PageReport, { policy, nonce, colours }: PageLook): Markup {
  const { map, linkTo } = report;
  const { width, height, content } = draw(map, linkTo);
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Exactly once where?</title>
<style${nonce === '' ? nothing : markup` nonce="${nonce}"`}>${colours}${pageStyle}${pictureStyle}</style>
</head>
<body>
<header>
<h1>Exactly once where?</h1>
<p>${description(map)}</p>
${legend}
</header>
<main>
${notes(report)}
<figure>
<div class="scroll" tabindex="0" role="region" aria-label="Picture of the pipelines">
<svg class="ke${width > 1800 ? '' : ' fits'}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${description(map)}">
${content}
</svg>
</div>
<figcaption>What stands in the picture stands in the tables below, too.</figcaption>
</figure>
${pipelineSections(report)}
${consumerSection(report)}
${producerSection(report)}
${topicSection(map)}
${explainSection(report)}
</main>
</body>
</html>
`;
}

const legend = markup`<ul class="legend" aria-label="Signs">
<li><b class="once">✓</b> once: exactly, or with one end state</li>
<li><b class="repeats">↻</b> may repeat</li>
<li><b class="lost">✗</b> may be lost</li>
<li><b class="unknown">?</b> unknown</li>
</ul>`;

function notes({ notices }: PageReport): Markup {
  if (notices.length === 0) return nothing;
  const items = notices.map(({ message, file }) => markup`<li>${file === undefined ? '' : `${file}: `}${message}</li>`);
  return markup`<ul class="notes" aria-label="Notes">${items}</ul>`;
}

function pipelineSections(report: PageReport): Markup {
  const { map } = report;
  const sections = map.services.flatMap(({ id, name }) => {
    const pipelines = map.pipelines.filter(({ service }) => service === id);
    if (pipelines.length === 0) return [];
    const articles = pipelines.map((pipeline) => pipelineArticle(pipeline, report));
    return [
      markup`<section><h2>${name}${id === '.' ? nothing : markup` <small>${id}</small>`}</h2>\n${lines(articles)}</section>`,
    ];
  });
  return lines(sections);
}

function pipelineArticle(pipeline: Pipeline, { map, linkTo }: PageReport): Markup {
  const consumer = consumerOf(map, pipeline);
  const inputs = inputNames(consumer).join(', ');
  const rows = pipeline.effects.map((effect) => effectRow(effect, linkTo));
  const table =
    rows.length === 0
      ? markup`<p>No effect in sight.</p>`
      : markup`<div class="scroll" tabindex="0" role="region" aria-label="Effects of ${pipeline.name} (${pipeline.id})"><table class="effects"><thead><tr><th scope="col">effect</th><th scope="col">Kafka transaction</th><th scope="col">guarantee</th><th scope="col">reason</th><th scope="col">policy</th><th scope="col">place</th></tr></thead><tbody>
${lines(rows)}
</tbody></table></div>`;
  return markup`<article>
<h3>${inputs === '' ? nothing : markup`<code>${inputs}</code> → `}${pipeline.name} ${verdict(pipeline)}</h3>
<p class="facts">${link(pipeline.at, linkTo)}${consumer === undefined ? '' : ` · group ${groupName(consumer)} · ${consumer.isolation}`}${pipeline.position.length === 0 ? '' : ` · input offset ${positionWords(pipeline)}`}${identity(pipeline, map)}</p>
${table}
</article>`;
}

function verdict({ guarantee, effects }: Pipeline): Markup {
  if (effects.length === 0) return nothing;
  const { sign, text, tone } = guaranteeWords[guarantee];
  return markup`<span class="verdict ${tone}">${sign} ${text}</span>`;
}

function identity(pipeline: Pipeline, map: DeliveryMap): Markup {
  const ids = identitiesOf(pipeline, map).flatMap(({ transactionalId: id }) => (id === undefined ? [] : [id]));
  return ids.length === 0
    ? nothing
    : markup` · transactional id ${ids.map(({ text, origin }) => markup`<code>${text}</code> (${origin})`)}`;
}

const places: Readonly<Record<MapEffect['where'], Markup>> = {
  'in-transaction': markup`<b class="in">inside</b>`,
  'beside-transaction': markup`<b class="beside">not in it</b>, while it is open`,
  outside: markup`not in one`,
};

function effectRow(effect: MapEffect, linkTo: MapReport['linkTo']): Markup {
  const { sign, text, tone } = guaranteeWords[effect.guarantee];
  const kind = effect.kind === 'write' ? effect.category : 'Kafka';
  const policy = effect.kind === 'write' ? effect.policy : '';
  return markup`<tr><th scope="row"><code>${effectTitle(effect)}</code> <small>${kind}</small></th><td>${places[effect.where]}</td><td class="verdict ${tone}">${sign} ${text}</td><td>${effectReason(effect)}</td><td>${policy}</td><td>${link(effect.at, linkTo)}</td></tr>`;
}

function consumerSection({ map, linkTo }: PageReport): Markup {
  if (map.consumers.length === 0) return nothing;
  const rows = map.consumers.map(
    (consumer: MapConsumer) =>
      markup`<tr><th scope="row">${serviceName(map, consumer.service)}</th><td>${groupName(consumer)}</td><td><code>${inputNames(consumer).join(', ')}</code></td><td class="${consumer.isolation === 'read_committed' ? '' : 'verdict repeats'}">${consumer.isolation}</td><td>${writtenWords(consumer, map)}</td><td>${isolationWords(consumer)}${consumer.pipelines.length === 0 ? '; no handler in sight' : ''}</td><td>${link(consumer.at, linkTo)}</td></tr>`,
  );
  return section(
    'Consumers',
    ['service', 'group', 'topics', 'isolation', 'its topics are written', 'so it', 'place'],
    rows,
  );
}

function producerSection({ map, linkTo }: PageReport): Markup {
  if (map.producers.length === 0) return nothing;
  const rows = map.producers.map(
    ({ service, transactionalId: id, topics, at }: MapProducer) =>
      markup`<tr><th scope="row">${serviceName(map, service)}</th><td>${id === undefined ? 'none' : markup`<code>${id.text}</code>`}</td><td>${id === undefined ? 'not transactional' : markup`<b>${id.origin}</b>: ${identityWords[id.origin]}`}</td><td><code>${topics.join(', ')}</code></td><td>${link(at, linkTo)}</td></tr>`,
  );
  return section('Transaction identity', ['service', 'transactional id', 'origin', 'topics', 'place'], rows);
}

function topicSection(map: DeliveryMap): Markup {
  if (map.topics.length === 0) return nothing;
  const names = (services: readonly string[], none: string): string =>
    services.length === 0 ? none : [...new Set(services.map((id) => serviceName(map, id)))].join(', ');
  const rows = map.topics.map(
    ({ name, writers, readers }) =>
      markup`<tr><th scope="row"><code>${name}</code></th><td>${names(
        writers.map(({ service }) => service),
        noWriters(map),
      )}</td><td>${names(
        readers.map(({ service }) => service),
        noReaders(map),
      )}</td></tr>`,
  );
  return section('Topics', ['topic', 'written by', 'read by'], rows);
}

function section(title: string, columns: readonly string[], rows: readonly Markup[]): Markup {
  const heads = columns.map((column) => markup`<th scope="col">${column}</th>`);
  return markup`<section><h2>${title}</h2><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${heads}</tr></thead><tbody>
${lines(rows)}
</tbody></table></div></section>`;
}

function link(at: Site, linkTo: MapReport['linkTo']): Markup {
  return markup`<a href="${linkTo(at)}">${at.file}:${at.line}</a>`;
}
