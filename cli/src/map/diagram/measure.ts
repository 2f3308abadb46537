import { displayWidth } from '../../terminal/display-width.ts';
import type { Card, Row, TopicNode } from './diagram.ts';

/** Pixels. There is no font to ask, so widths are those of a wide one, and no text comes near its frame. */
export const letter = { code: 7.3, words: 6.9, title: 8, small: 6.5 } as const;

export const padding = 14;
const headHeight = 46;
const widest = 460;
const narrowest = 250;

/** The columns of an effect: its sign, and what is left free before its guarantee. */
export const sign = 20;
const gap = 18;

/** Characters of one line; what is longer is cut, and whole in the tooltip. */
const longest = 52;

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface PlacedRow {
  readonly row: Row;
  /** The middle of the row, from the top of the card. */
  readonly y: number;
  readonly height: number;
}

export interface MeasuredCard extends Box {
  readonly card: Card;
  readonly rows: readonly PlacedRow[];
}

export function measureCard(card: Card): MeasuredCard {
  const rows: PlacedRow[] = [];
  let y = headHeight;
  for (const row of card.rows) {
    const height = rowHeights[row.kind];
    rows.push({ row, y: y + height / 2, height });
    y += height;
  }
  const head =
    displayWidth(shorten(card.title)) * letter.title + displayWidth(card.verdict?.text ?? '') * letter.words + 24;
  const needed = Math.max(head, displayWidth(card.service) * letter.small, ...card.rows.map(widthOfRow)) + 2 * padding;
  return { card, rows, width: Math.ceil(Math.min(widest, Math.max(narrowest, needed))), height: y + padding / 2 };
}

const rowHeights: Readonly<Record<Row['kind'], number>> = {
  place: 17,
  note: 17,
  open: 32,
  close: 28,
  heading: 26,
  effect: 22,
};

function widthOfRow(row: Row): number {
  const text = displayWidth(shorten(row.text));
  if (row.kind === 'place') return text * letter.small;
  if (row.kind !== 'effect') return text * letter.words + 16;
  return sign + text * letter.code + gap + displayWidth(row.right) * letter.words;
}

export function measureTopic({ name, remark }: TopicNode): Box {
  const width = Math.max(displayWidth(shorten(name)) * letter.code, displayWidth(remark) * letter.small) + 32;
  return { width: Math.round(Math.min(widest, width)), height: remark === '' ? 34 : 46 };
}

export function shorten(text: string, length: number = longest): string {
  const characters = Array.from(text);
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : text;
}

/** A path as far as its card has room for it: its end says more than its beginning. */
export function fittingPath(text: string, width: number): string {
  const characters = Array.from(text);
  const room = Math.floor((width - 2 * padding) / letter.small);
  return characters.length > room ? `…${characters.slice(characters.length - room + 1).join('')}` : text;
}

/** The text of an effect as far as its card has room for it. */
export function fitting(row: Extract<Row, { readonly kind: 'effect' }>, width: number): string {
  const room = width - 2 * padding - sign - gap - displayWidth(row.right) * letter.words;
  return shorten(row.text, Math.max(12, Math.min(longest, Math.floor(room / letter.code + 0.2))));
}
