import { disarmed } from '../terminal/safe.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { MapFormat } from './map-options.ts';
import type { MapRenderer } from './map-report.ts';
import { markdown } from './markdown.ts';
import { mermaid } from './mermaid.ts';
import { svg } from './svg.ts';
import { text } from './text.ts';

/** What is shown in a CI log must not steer it, whatever a topic or a file is called. */
function harmless(render: MapRenderer): MapRenderer {
  return (report) => disarmed(render(report));
}

export const renderers: Readonly<Record<MapFormat, MapRenderer>> = {
  text: harmless(text),
  mermaid: harmless(mermaid),
  svg: harmless(svg),
  html: harmless(html),
  json,
  markdown: harmless(markdown),
};
