import assert from 'node:assert/strict';
import { placeLink } from './place-link.ts';

describe('the link to a place', () => {
  it('runs the command with the place', () => {
    const [command, query] = placeLink(['file:///a%20b/c.ts', 12, 3]).split('?');
    assert.equal(command, 'command:kafka-eos.openPlace');
    assert.deepEqual(JSON.parse(decodeURIComponent(query ?? '')), ['file:///a%20b/c.ts', 12, 3]);
  });

  it('has nothing in it that ends an attribute', () => {
    assert.match(placeLink(['file:///"><script>', 1, 1]), /^[\w:.?%-]+$/);
  });
});
