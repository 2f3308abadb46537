import assert from 'node:assert/strict';
import { Expiry, type Forgetful } from './expiry.ts';

function store(lifetime: number): Forgetful & { readonly records: Set<string> } {
  const records = new Set(['a']);
  return {
    records,
    usesExpiry: true,
    isAnyMortal: (seconds) => records.size > 0 && lifetime <= seconds,
    forget: (seconds) => {
      if (lifetime <= seconds) records.clear();
    },
  };
}

describe('the time that passes until a message comes again', () => {
  it('ends what lives for less, in every store, when a run says so', () => {
    const [short, long] = [store(60), store(7200)];
    const expiry = new Expiry([short, long], 3600);
    expiry.timePasses(false);
    assert.deepEqual([short.records.size, expiry.outlived], [1, true]);
    expiry.timePasses(true);
    assert.deepEqual([short.records.size, long.records.size, expiry.isUsed], [0, 1, true]);
  });

  it('makes no difference where everything lives for longer', () => {
    const expiry = new Expiry([store(7200)], 3600);
    expiry.timePasses(false);
    assert.deepEqual([expiry.outlived, expiry.letExpire()], [false, false]);
  });
});
