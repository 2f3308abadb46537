import assert from 'node:assert/strict';
import { sampleMapReport } from '../testing/sample-map.ts';
import { html } from './html.ts';

const page = html({ ...sampleMapReport, explain: true });

describe('the map as HTML', () => {
  it('asks for nothing from anywhere, and forbids it', () => {
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.doesNotMatch(page, /https?:|\bsrc=|url\(|@import|<script|<link|<img|\son\w+=/);
  });

  it('has the picture and a table per pipeline, with heads that name their columns', () => {
    assert.equal(page.match(/<svg /g)?.length, 1);
    assert.equal(page.match(/<table class="effects">/g)?.length, 2);
    assert.doesNotMatch(page, /<th>/);
    assert.match(page, /<html lang="en">/);
    assert.match(page, /<svg [^>]*role="group" aria-label="2 services/);
  });

  it('tells of every effect where it stands, what it guarantees, and why', () => {
    const row = /<tr><th scope="row"><code>INSERT INTO requests<\/code>.*?<\/tr>/.exec(page)?.[0] ?? '';
    assert.match(row, /<b class="beside">not in it<\/b>/);
    assert.match(row, /↻ at least once/);
    assert.match(row, /an abort does not undo it/);
    assert.match(row, /<a href="orders\/store\.ts#L7">orders\/store\.ts:7<\/a>/);
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, close, name = '', rest = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
      if (['meta', 'rect', 'path', 'polygon'].includes(name) || rest.endsWith('/')) continue;
      if (close === '/') assert.equal(open.pop(), name);
      else open.push(name);
    }
    assert.deepEqual(open, []);
  });

  it('explains what is unknown when asked to', () => {
    assert.match(page, /<h2>What the map does not know<\/h2>/);
    assert.match(page, /declare module &#39;@house\/mail&#39; \{/);
    assert.doesNotMatch(html(sampleMapReport), /What the map does not know/);
  });
});
