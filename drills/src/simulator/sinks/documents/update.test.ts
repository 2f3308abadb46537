import assert from 'node:assert/strict';
import type { Document } from './document.ts';
import { onlyInserts, stateLeftBy, unknownChange, updated } from './update.ts';

const wallet = { _id: 'w-1', coins: 5, seen: ['a'] };

describe('an update of a document', () => {
  const changes: readonly (readonly [Document, Document])[] = [
    [{ $set: { 'owner.name': 'Ada' } }, { ...wallet, owner: { name: 'Ada' } }],
    [{ $unset: { coins: '' } }, { _id: 'w-1', seen: ['a'] }],
    [{ $inc: { coins: 2, missing: 1 } }, { ...wallet, coins: 7, missing: 1 }],
    [{ $mul: { coins: 2 } }, { ...wallet, coins: 10 }],
    [{ $min: { coins: 9 } }, wallet],
    [{ $max: { coins: 9 } }, { ...wallet, coins: 9 }],
    [{ $push: { seen: { $each: ['b', 'c'] } } }, { ...wallet, seen: ['a', 'b', 'c'] }],
    [{ $addToSet: { seen: 'a' } }, wallet],
    [{ $pull: { seen: 'a' } }, { ...wallet, seen: [] }],
    [{ $pop: { seen: 1 } }, { ...wallet, seen: [] }],
    [{ $setOnInsert: { coins: 0 } }, wallet],
    [{ name: 'another' }, { _id: 'w-1', name: 'another' }],
  ];
  for (const [update, expected] of changes) {
    it(`makes ${JSON.stringify(update)} of it`, () => {
      assert.deepEqual(updated(wallet, update, false), expected);
    });
  }

  it('sets what is for a new document in a new document only', () => {
    assert.deepEqual(updated({ _id: 'a' }, { $setOnInsert: { at: 1 } }, true), { _id: 'a', at: 1 });
    assert.deepEqual(
      [onlyInserts({ $setOnInsert: { at: 1 } }), onlyInserts({ $setOnInsert: {}, $set: {} })],
      [true, false],
    );
  });

  it('leaves one state, unless it adds to what was there', () => {
    assert.notEqual(stateLeftBy({ $set: { a: 1 }, $addToSet: { b: 1 } }), undefined);
    for (const name of ['$inc', '$mul', '$push', '$pop']) assert.equal(stateLeftBy({ [name]: { a: 1 } }), undefined);
  });

  it('tells of what it does not know', () => {
    assert.deepEqual([unknownChange({ $bit: {} }), unknownChange({ $pipeline: [] })], ['$bit', '$pipeline']);
    assert.equal(unknownChange({ $set: {}, $setOnInsert: {} }), undefined);
  });
});
