import type { Site } from '@kafka-eos/linter/map/delivery-map';
import { lines, markup, nothing, type Markup } from '../markup.ts';
import type { Row } from './diagram.ts';
import type { Placed } from './lay-out.ts';
import { fitting, fittingPath, letter, padding, shorten, sign, type MeasuredCard, type PlacedRow } from './measure.ts';

/** The address of a place in the source; undefined for a picture without links. */
export type LinkTo = ((site: Site) => string) | undefined;

export function drawCard({ content, x, y, width, height }: Placed<MeasuredCard>, linkTo: LinkTo): Markup {
  const { card, rows } = content;
  const verdict =
    card.verdict === undefined
      ? nothing
      : markup`<text class="right ${card.verdict.tone}" x="${width - padding}" y="36" text-anchor="end">${card.verdict.text}</text>`;
  return markup`<g transform="translate(${x} ${y})">
<rect class="card" width="${width}" height="${height}" rx="8"/>
<text class="small" x="${padding}" y="18">${shorten(card.service)}</text>
<text class="title" x="${padding}" y="36">${shorten(card.title, 36)}<title>${card.title}</title></text>${verdict}
${frameOf(rows, width)}
${lines(rows.map((row) => drawRow(row, width, linkTo)))}
</g>`;
}

/** The tinted box around what is in the transaction. */
function frameOf(rows: readonly PlacedRow[], width: number): Markup {
  const open = rows.find(({ row }) => row.kind === 'open');
  const close = rows.find(({ row }) => row.kind === 'close');
  if (open === undefined || close === undefined) return nothing;
  const top = open.y - open.height / 2 + 8;
  const height = close.y + close.height / 2 - 4 - top;
  return markup`<rect class="frame" x="${padding - 6}" y="${top}" width="${width - 2 * padding + 12}" height="${height}" rx="6"/>`;
}

function drawRow({ row, y }: PlacedRow, width: number, linkTo: LinkTo): Markup {
  switch (row.kind) {
    case 'place':
      return linked(
        row.at,
        linkTo,
        markup`<text class="small" x="${padding}" y="${y + 4}">${fittingPath(row.text, width)}<title>${row.text}</title></text>`,
      );
    case 'note':
      return markup`<text class="note ${row.tone ?? ''}" x="${padding}" y="${y + 4}">${shorten(row.text, Math.floor((width - 2 * padding) / letter.words))}<title>${row.text}</title></text>`;
    case 'open':
      return markup`<text class="heading once" x="${padding + 2}" y="${y + 11}">${row.text}</text>`;
    case 'heading':
      return markup`<text class="heading" x="${padding}" y="${y + 7}">${row.text}</text>`;
    case 'close':
      return markup`<text class="small" x="${padding + 2}" y="${y}">${shorten(row.text)}<title>${row.text}</title></text>`;
    case 'effect':
      return drawEffect(row, y, width, linkTo);
  }
}

function drawEffect(row: Extract<Row, { readonly kind: 'effect' }>, y: number, width: number, linkTo: LinkTo): Markup {
  const text = markup`<text class="code" x="${padding + sign}" y="${y + 4}">${fitting(row, width)}<title>${row.tip}</title></text>`;
  return markup`<text class="right ${row.tone}" x="${padding + 3}" y="${y + 4}">${row.sign}</text>${linked(row.at, linkTo, text)}<text class="right ${row.tone}" x="${width - padding}" y="${y + 4}" text-anchor="end">${row.right}</text>`;
}

function linked(at: Site | undefined, linkTo: LinkTo, content: Markup): Markup {
  return at === undefined || linkTo === undefined ? content : markup`<a href="${linkTo(at)}">${content}</a>`;
}
