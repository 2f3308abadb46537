import type { Unknown } from '@kafka-eos/linter/map/delivery-map';
import { lines, markup, nothing, type Markup } from './markup.ts';
import type { MapReport } from './map-report.ts';
import { unknownTitles } from './text-explain.ts';

/** What the map does not know, when that is asked for. */
export function explainSection({ map, explain, linkTo }: Pick<MapReport, 'map' | 'explain' | 'linkTo'>): Markup {
  if (!explain) return nothing;
  if (map.unknowns.length === 0) {
    return markup`<section><h2>What the map does not know</h2><p>Nothing: every topic, effect and call was followed.</p></section>`;
  }
  const kinds = [...new Set(map.unknowns.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const unknowns = map.unknowns.filter((unknown) => unknown.kind === kind);
    return markup`<h3>${unknownTitles[kind]}</h3><dl>${unknowns.map((unknown) => entry(unknown, linkTo))}</dl>`;
  });
  return markup`<section><h2>What the map does not know</h2>${lines(parts)}</section>`;
}

function entry({ what, sites, consequence, remedy }: Unknown, linkTo: MapReport['linkTo']): Markup {
  const links = sites.map(
    (site, i) => markup`${i === 0 ? '' : ', '}<a href="${linkTo(site)}">${site.file}:${site.line}</a>`,
  );
  const snippet =
    remedy.snippet === undefined ? nothing : markup`<pre><code>${snippetLines(remedy.snippet)}</code></pre>`;
  return markup`<dt><code>${what}</code></dt><dd><p>${links}</p><p>${consequence}. ${remedy.words}</p>${snippet}</dd>`;
}

function snippetLines(snippet: string): Markup {
  return lines(snippet.split('\n').map((line) => markup`${line}`));
}
