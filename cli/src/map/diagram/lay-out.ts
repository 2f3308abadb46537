import { Graph, layout } from '@dagrejs/dagre';
import type { Diagram, Edge, TopicNode } from './diagram.ts';
import { measureCard, measureTopic, type Box, type MeasuredCard, type PlacedRow } from './measure.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A node with its place: `x` and `y` are its top left corner. */
export interface Placed<Content> extends Box, Point {
  readonly content: Content;
}

export interface LaidOut extends Box {
  readonly cards: readonly Placed<MeasuredCard>[];
  readonly topics: readonly Placed<TopicNode>[];
  readonly edges: readonly { readonly edge: Edge; readonly points: readonly Point[] }[];
}

const margin = 24;

/** Gives everything a place, from left to right as messages go. */
export function layOut({ cards, topics, edges }: Diagram): LaidOut {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 26, ranksep: 84, edgesep: 14, marginx: margin, marginy: margin });
  const measured = cards.map(measureCard);
  for (const { card, width, height } of measured) graph.setNode(card.id, { width, height });
  for (const topic of topics) graph.setNode(topic.id, measureTopic(topic));
  for (const [i, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(i));
  layout(graph);
  const place = <Content>(id: string, content: Content): Placed<Content> => {
    const { x, y, width, height } = graph.node(id);
    return { content, width, height, x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  };
  const placedTopics = topics.map((topic) => place(topic.id, topic));
  const placedCards = measured.map((card) => place(card.card.id, sortedRows(card, edges, placedTopics)));
  const boxes = new Map<string, Placed<MeasuredCard | TopicNode>>();
  for (const card of placedCards) boxes.set(card.content.card.id, card);
  for (const topic of placedTopics) boxes.set(topic.content.id, topic);
  return {
    cards: placedCards,
    topics: placedTopics,
    edges: edges.flatMap((edge, i) => {
      const between = graph.edge(edge.from, edge.to, String(i)).points;
      const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
      return from === undefined || to === undefined ? [] : [{ edge, points: wayOf(edge, from, to, between) }];
    }),
    ...sizeOf([...placedCards, ...placedTopics]),
  };
}

/** The rows of a card that has no order of its own, from top to bottom as their topics stand. */
function sortedRows(card: MeasuredCard, edges: readonly Edge[], topics: readonly Placed<TopicNode>[]): MeasuredCard {
  if (card.card.unordered !== true) return card;
  const heightOf = ({ row }: PlacedRow): number => {
    const edge = edges.find(({ from, port }) => from === card.card.id && row.kind === 'effect' && port === row.port);
    return topics.find(({ content }) => content.id === edge?.to)?.y ?? 0;
  };
  const sorted = [...card.rows].sort((a, b) => heightOf(a) - heightOf(b));
  return { ...card, rows: card.rows.map((slot, i) => ({ ...slot, row: sorted[i]?.row ?? slot.row })) };
}

function sizeOf(boxes: readonly Placed<unknown>[]): Box {
  return {
    width: Math.max(320, ...boxes.map(({ x, width }) => x + width)) + margin,
    height: Math.max(60, ...boxes.map(({ y, height }) => y + height)) + margin,
  };
}

/** From the row of a card, or the side of a topic, around what is between to the side of the other. */
function wayOf(
  { port }: Edge,
  from: Placed<MeasuredCard | TopicNode>,
  to: Placed<MeasuredCard | TopicNode>,
  between: readonly Point[],
): readonly Point[] {
  // Against the direction of reading: a flow that comes back to where it began.
  const back = to.x + to.width / 2 < from.x + from.width / 2;
  const start = { x: back ? from.x : from.x + from.width, y: from.y + startOf(from, port) };
  const end = { x: back ? to.x + to.width : to.x, y: to.y + to.height / 2 };
  return [start, ...between.slice(1, -1), end];
}

function startOf({ content, height }: Placed<MeasuredCard | TopicNode>, port: string | undefined): number {
  if (!('rows' in content)) return height / 2;
  const row = content.rows.find((each) => each.row.kind === 'effect' && each.row.port === port);
  return row?.y ?? height / 2;
}
