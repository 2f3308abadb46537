import assert from 'node:assert/strict';
import { libraryStubs } from '@kafka-eos/libraries';
import { kafkaPackages, namesKafka } from './kafka-packages.ts';

describe('the packages that start the server', () => {
  it('are the Kafka libraries that the analyzer reads', () => {
    const read = new Set(
      libraryStubs()
        .filter(({ role }) => role === 'kafka')
        .map(({ packageName }) => packageName),
    );
    assert.deepEqual([...read].sort(), kafkaPackages);
  });

  it('are seen in manifests and in imports', () => {
    assert.ok(namesKafka('{ "dependencies": { "kafkajs": "^2.2.4" } }'));
    assert.ok(namesKafka("import { Kafka } from 'kafkajs';"));
    assert.ok(namesKafka("const { Client } = require('@platformatic/kafka');"));
    assert.ok(namesKafka("import type { KafkaJS } from '@confluentinc/kafka-javascript/types/kafkajs';"));
  });

  it('are not seen in what only sounds like them', () => {
    assert.equal(namesKafka('{ "dependencies": { "kafkajs-lz4": "1.0.0", "express": "5.0.0" } }'), false);
    assert.equal(namesKafka('We talk about kafkajs here.'), false);
  });
});
