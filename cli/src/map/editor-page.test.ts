import assert from 'node:assert/strict';
import type { DeliveryMap } from '@kafka-eos/linter/map/delivery-map';
import { editorPage } from './editor-page.ts';

const map: DeliveryMap = {
  clients: [],
  services: [],
  pipelines: [],
  consumers: [],
  producers: [],
  topics: [{ name: '</style><script>alert(1)</script>', writers: [], readers: [] }],
  unknowns: [],
};

describe('the map in an editor', () => {
  const page = editorPage({ map, notices: [], explain: true, linkTo: () => '#' }, 'abc123');

  it('lets one style sheet pass and nothing else', () => {
    assert.ok(page.includes(`content="default-src 'none'; style-src 'nonce-abc123'"`));
    assert.equal(page.match(/<style nonce="abc123">/g)?.length, 1);
    assert.doesNotMatch(page, /<script|\sstyle=|\son\w+=/);
  });

  it('takes its colours from the theme', () => {
    assert.ok(page.includes('body.vscode-dark'));
    assert.ok(page.includes('--page:var(--vscode-editor-background)'));
  });
});
