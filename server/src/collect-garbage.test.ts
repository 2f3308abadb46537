import assert from 'node:assert/strict';
import { openCollector, ownHeap } from './collect-garbage.ts';

const mega = 1024 * 1024;

describe('the collector', () => {
  it('comes when much has been left behind, not for every change', () => {
    let alive = 100 * mega;
    let dead = 200 * mega;
    let collections = 0;
    const heap = {
      used: () => alive + dead,
      collect: () => {
        dead = 0;
        collections += 1;
      },
    };
    const collect = openCollector(heap, 48 * mega);
    collect();
    assert.equal(collections, 1, 'a first analysis leaves much behind');
    for (let change = 0; change < 100; change += 1) {
      dead += 2 * mega;
      collect();
    }
    assert.equal(collections, 5);
    assert.ok(dead <= 50 * mega);
    // A larger workspace may leave more.
    alive = 400 * mega;
    collect();
    dead = 150 * mega;
    collect();
    assert.equal(collections, 6);
  });

  it('really collects what this thread left behind', () => {
    const { used, collect } = ownHeap();
    collect();
    const alive = used();
    const left = Array.from({ length: 100_000 }, (_, index) => ({ index }));
    assert.ok(used() > alive + mega);
    left.length = 0;
    collect();
    assert.ok(used() < alive + mega);
  });
});
