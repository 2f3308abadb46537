import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Document } from './document.ts';
import { matches, unknownOperator, wantedBy } from './filter.ts';

const wallet = { _id: 'w-1', coins: 5, owner: { name: 'Ada' }, seen: ['a', 'b'] };

describe('a filter of documents', () => {
  const found: readonly (readonly [Document, boolean])[] = [
    [{ _id: 'w-1' }, true],
    [{ coins: '5' }, false],
    [{ 'owner.name': 'Ada' }, true],
    [{ seen: 'a' }, true],
    [{ seen: { $ne: 'a' } }, false],
    [{ seen: { $nin: ['c'] } }, true],
    [{ coins: { $gte: 5, $lt: 6 } }, true],
    [{ coins: { $not: { $gt: 4 } } }, false],
    [{ missing: null }, true],
    [{ missing: { $exists: false } }, true],
    [{ missing: { $lt: 5 } }, false],
    [{ $or: [{ coins: 1 }, { _id: /^w-/ }] }, true],
    [{ $and: [{ coins: 5 }, { coins: { $in: [1, 2] } }] }, false],
    [{ $nor: [{ coins: 1 }] }, true],
  ];
  for (const [filter, expected] of found) {
    it(`${expected ? 'finds' : 'passes over'} ${JSON.stringify(filter)}`, () => {
      assert.equal(matches(wallet, filter), expected);
    });
  }

  it('finds what it says that it wants', () => {
    const value = fc.oneof(fc.integer(), fc.string());
    const test = fc.oneof(
      value,
      fc.record({ $gte: fc.integer() }),
      fc.record({ $lt: fc.integer() }),
      fc.record({ $in: fc.array(value, { minLength: 1 }) }),
      fc.record({ $ne: value }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), test), (filter) => {
        assert.ok(matches(wantedBy(filter), filter));
      }),
    );
  });

  it('tells of an operator that it does not know, however deep', () => {
    assert.equal(unknownOperator({ $or: [{ a: { $mod: [2, 0] } }] }), '$mod');
    assert.equal(unknownOperator({ a: { $not: { $gt: 1 } }, $and: [{ b: 1 }] }), undefined);
  });
});
