import assert from 'node:assert/strict';
import { mapped } from '../testing/mapped.ts';

describe('the consumers of a map', () => {
  it('tells what a consumer is known to read from what it reads beside that', () => {
    const text = `import { Kafka } from 'kafkajs';
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'a' });
await consumer.subscribe({ topics: ['orders', process.env.RETURNS ?? 'returns', process.env.OTHERS] });
await consumer.run({ eachMessage: async ({ message }) => { console.log(message.key); } });`;
    assert.deepEqual(
      mapped({ 'main.ts': text }).map.consumers.map(({ topics, unresolvedTopics }) => [topics, unresolvedTopics]),
      [[['orders', 'returns'], ['process.env.OTHERS']]],
    );
  });
});
