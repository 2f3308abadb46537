import type { Site, Unknown, UnknownKind } from '@kafka-eos/linter/map/delivery-map';
import { cleanLine, safe, type Safe } from '../terminal/safe.ts';
import { paragraph, rule, type Column } from './line-layout.ts';
import type { MapReport } from './map-report.ts';
import { numberOf } from './wording.ts';

/** What each kind of unknown is about. */
export const unknownTitles: Readonly<Record<UnknownKind, string>> = {
  bound: 'not explored completely',
  handler: 'handlers out of sight',
  effect: 'writes of which it is unknown whether they may be repeated',
  call: 'calls of which nothing is known',
  'read-topic': 'topics read under a name that is not in the source',
  'written-topic': 'topics written under a name that is not in the source',
  producer: 'producers out of sight',
  'transactional-id': 'transactional ids out of sight',
  'group-id': 'groups with a name that is not in the source',
  logging: 'taken for logging',
};

/** Everything unknown, with the text to paste. */
export function explainLines(report: MapReport): readonly Safe[] {
  const { map, style, width } = report;
  const title = rule(safe`── `, style.bold(safe`what the map does not know`), '─', width);
  if (map.unknowns.length === 0) return [title, safe`  nothing: every topic, effect and call was followed`];
  const kinds = [...new Set(map.unknowns.map(({ kind }) => kind))];
  return [title, ...kinds.flatMap((kind) => kindLines(kind, report))];
}

function kindLines(kind: UnknownKind, report: MapReport): readonly Safe[] {
  const unknowns = report.map.unknowns.filter((unknown) => unknown.kind === kind);
  return [
    safe``,
    safe`  ${report.style.bold(cleanLine(unknownTitles[kind]))}`,
    ...unknowns.flatMap((unknown, i) => unknownLines(unknown, unknowns[i - 1], report)),
  ];
}

function unknownLines(unknown: Unknown, before: Unknown | undefined, report: MapReport): readonly Safe[] {
  const { style, width } = report;
  const item: Column = { width, prefix: safe`  ${style.cyan(safe`?`)} `, hanging: safe`    ` };
  const below: Column = { width, prefix: safe`    `, hanging: safe`    ` };
  const { remedy } = unknown;
  const isSame = JSON.stringify(before?.remedy) === JSON.stringify(remedy);
  return [
    paragraph(cleanLine(unknown.what), item),
    paragraph(cleanLine(placesOf(unknown.sites, report)), below, style.dim),
    paragraph(cleanLine(unknown.consequence), below),
    // The same advice under every line would bury what differs.
    ...(isSame ? [] : [paragraph(cleanLine(remedy.words), below, style.green)]),
    ...(isSame ? [] : snippetLines(remedy.snippet)),
  ];
}

function snippetLines(snippet: string | undefined): readonly Safe[] {
  return snippet === undefined ? [] : snippet.split('\n').map((line) => safe`      ${cleanLine(line)}`);
}

const SHOWN = 3;

/** The first few places, and how many there are. */
function placesOf(sites: readonly Site[], { shownPath }: Pick<MapReport, 'shownPath'>): string {
  const shown = sites.slice(0, SHOWN).map(({ file, line }) => `${shownPath(file)}:${String(line)}`);
  const more = sites.length - shown.length;
  return [...shown, ...(more > 0 ? [numberOf(more, 'more place')] : [])].join(', ');
}
