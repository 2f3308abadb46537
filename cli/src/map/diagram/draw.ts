import type { DeliveryMap } from '@kafka-eos/linter/map/delivery-map';
import { lines, markup, nothing, type Markup } from '../markup.ts';
import { numberOf, tones, toneOf } from '../wording.ts';
import { buildDiagram } from './build-diagram.ts';
import type { Edge, TopicNode } from './diagram.ts';
import { drawCard, type LinkTo } from './draw-card.ts';
import { layOut, type Placed, type Point } from './lay-out.ts';
import { shorten } from './measure.ts';

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What is drawn, as elements of an SVG with the class `ke`. */
  readonly content: Markup;
}

/** The picture of a map. */
export function draw(map: DeliveryMap, linkTo: LinkTo): Drawing {
  const { cards, topics, edges, width, height } = layOut(buildDiagram(map));
  const content = lines([
    ...edges.map(({ edge, points }) => drawEdge(edge, points)),
    ...topics.map(drawTopic),
    ...cards.map((card) => drawCard(card, linkTo)),
  ]);
  return { width, height, content };
}

/** The picture in a sentence. */
export function description({ pipelines, services, topics }: DeliveryMap): string {
  const effects = pipelines.flatMap((pipeline) => pipeline.effects);
  const counts = tones.flatMap(({ tone, text }) => {
    const count = effects.filter((effect) => toneOf(effect) === tone).length;
    return count === 0 ? [] : [`${String(count)} ${text}`];
  });
  const sizes = [
    numberOf(services.length, 'service'),
    numberOf(pipelines.length, 'pipeline'),
    numberOf(topics.length, 'topic'),
  ];
  return `${sizes.join(', ')}, ${numberOf(effects.length, 'effect')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
}

function drawTopic({ content, x, y, width, height }: Placed<TopicNode>): Markup {
  const { name, remark, open } = content;
  const middle = width / 2;
  const below =
    remark === ''
      ? nothing
      : markup`<text class="small" x="${middle}" y="${height - 11}" text-anchor="middle">${remark}</text>`;
  return markup`<g transform="translate(${x} ${y})"><rect class="topic${open ? ' open' : ''}" width="${width}" height="${height}" rx="${Math.min(17, height / 2)}"/><text class="code" x="${middle}" y="${remark === '' ? height / 2 + 4 : 19}" text-anchor="middle">${shorten(name)}<title>${name}</title></text>${below}</g>`;
}

function drawEdge({ tone, dashed, tip }: Edge, points: readonly Point[]): Markup {
  const [beforeEnd, end] = points.slice(-2);
  if (beforeEnd === undefined || end === undefined) return nothing;
  const tail = end.x >= beforeEnd.x ? -1 : 1;
  const at = { x: end.x + tail * 8, y: end.y };
  const arrow = `${coordinates(end)} ${coordinates({ x: at.x, y: at.y - 4 })} ${coordinates({ x: at.x, y: at.y + 4 })}`;
  return markup`<g><title>${tip}</title><path class="edge ${tone}${dashed ? ' dashed' : ''}" d="${curve([...points.slice(0, -1), at])}"/><polygon class="tip ${dashed ? 'repeats' : tone}" points="${arrow}"/></g>`;
}

/** Leaves and arrives level at every point. */
function curve([start, ...others]: readonly Point[]): string {
  if (start === undefined) return '';
  let from = start;
  const parts = [`M${coordinates(start)}`];
  for (const to of others) {
    const middle = (from.x + to.x) / 2;
    parts.push(`C${coordinates({ x: middle, y: from.y })} ${coordinates({ x: middle, y: to.y })} ${coordinates(to)}`);
    from = to;
  }
  return parts.join(' ');
}

function coordinates({ x, y }: Point): string {
  return `${rounded(x)},${rounded(y)}`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
