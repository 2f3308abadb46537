import assert from 'node:assert/strict';
import { sampleMap, sampleMapReport } from '../testing/sample-map.ts';
import { svg } from './svg.ts';

const picture = svg(sampleMapReport);

describe('the map as SVG', () => {
  it('has a title, a description, and a size', () => {
    assert.match(picture, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 \d+ \d+"/);
    assert.match(picture, /<title id="ke-title">Exactly once where\?<\/title>/);
    assert.match(picture, /<desc id="ke-desc">2 services, 2 pipelines, 2 topics, 3 effects: 1 once, /);
  });

  it('shows the frame of the transaction around what is in it, and nothing else', () => {
    const frames = [...picture.matchAll(/<rect class="frame" x="\d+" y="([\d.]+)" width="\d+" height="([\d.]+)"/g)];
    assert.equal(frames.length, 1);
    const [top = 0, height = 0] = (frames[0] ?? []).slice(1).map(Number);
    const yOf = (text: string): number => Number(new RegExp(`y="([\\d.]+)">${text}`).exec(picture)?.[1]);
    const isInside = (text: string): boolean => yOf(text) > top && yOf(text) < top + height;
    assert.deepEqual(['send → payments', 'input offset', 'INSERT INTO requests'].map(isInside), [true, true, false]);
  });

  it('follows light and dark, and asks for nothing from anywhere', () => {
    assert.match(picture, /@media \(prefers-color-scheme:dark\)/);
    assert.doesNotMatch(picture.replace('http://www.w3.org/2000/svg', ''), /https?:|url\(|@import|<script|<image/);
  });

  it('draws what is read uncommitted with a broken line', () => {
    assert.equal(picture.match(/class="edge read dashed"/g)?.length, 1);
  });

  it('has the same bytes every time', () => {
    assert.equal(svg(sampleMapReport), picture);
  });

  it('draws a flow that comes back to where it began', () => {
    const [, payments] = sampleMap.pipelines;
    assert.ok(payments);
    const [orders] = sampleMap.topics;
    assert.ok(orders);
    const writer = { service: 'payments', pipeline: payments.id, at: payments.at, transactional: false };
    const send = {
      kind: 'send',
      label: 'producer.send',
      at: payments.at,
      where: 'outside',
      guarantee: 'at-least-once',
      reason: 'some run applies it twice',
      anomalies: ['duplicate'],
      topics: ['orders'],
      unresolvedTopics: [],
    } as const;
    const map = {
      ...sampleMap,
      pipelines: sampleMap.pipelines.map((p) => (p === payments ? { ...p, effects: [...p.effects, send] } : p)),
      topics: sampleMap.topics.map((topic) => (topic === orders ? { ...topic, writers: [writer] } : topic)),
    };
    assert.equal(svg({ ...sampleMapReport, map }).match(/<path class="edge/g)?.length, 4);
  });

  it('puts what a service sends outside its handlers in the order of the topics', () => {
    const [consumer] = sampleMap.consumers;
    assert.ok(consumer);
    const writers = [{ service: 'orders', at: consumer.at, transactional: false }];
    const topics = ['a', 'b', 'c'].map((name) => ({ name, writers, readers: [] }));
    const drawn = svg({ ...sampleMapReport, map: { ...sampleMap, topics, pipelines: [], consumers: [] } });
    const heights = [...drawn.matchAll(/<path class="edge read" d="M[\d.]+,([\d.]+) .*?,([\d.]+)"/g)].map(
      ([, from, to]) => [Number(from), Number(to)] as const,
    );
    assert.equal(heights.length, 3);
    const sorted = [...heights].sort(([a], [b]) => a - b).map(([, to]) => to);
    assert.deepEqual(
      sorted,
      [...sorted].sort((a, b) => a - b),
    );
  });

  it('draws an empty map', () => {
    const empty = { clients: [], services: [], pipelines: [], consumers: [], producers: [], topics: [], unknowns: [] };
    assert.match(svg({ ...sampleMapReport, map: empty }), /<desc id="ke-desc">0 services/);
  });
});
