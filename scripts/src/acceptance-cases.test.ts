import assert from 'node:assert/strict';
import { notCoveredBecause, readCase } from './acceptance-cases.ts';

const because = (...texts: readonly string[]) => notCoveredBecause(readCase('case', texts));

describe('acceptance cases', () => {
  it('are covered when they expect nothing, or only rules that exist', () => {
    assert.equal(because(`import { Kafka } from 'kafkajs';`), undefined);
    assert.equal(because(`run(); // expect: unkeyed-external-write, in-memory-dedup`), undefined);
  });

  it('are not covered when one of the expected rules does not exist yet', () => {
    assert.equal(because(`run(); // expect: in-memory-dedup, open-transaction`), 'needs open-transaction');
  });

  it('are not covered when any file imports another Kafka library', () => {
    assert.equal(because('', `const { ConsumerGroup } = require('kafka-node');`), 'needs kafka-node');
    assert.equal(because(`import Kafka from 'kafka-node/lib/client';`), 'needs kafka-node');
    assert.equal(because(`import x from 'kafka-node-mock';`), undefined);
    assert.equal(because(`import Kafka from 'node-rdkafka';`), undefined);
  });

  it('read the mark at the end of a line, with or without a remark after it', () => {
    assert.deepEqual(readCase('case', ['a(); // expect: a-rule // because\nb(); // expect: b-rule']).expects, [
      'a-rule',
      'b-rule',
    ]);
  });
});
