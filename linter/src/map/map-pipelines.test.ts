import assert from 'node:assert/strict';
import { mapped } from '../testing/mapped.ts';

describe('the pipelines of a map', () => {
  it('tells the producers of one function apart by the pipeline that hands them over', () => {
    const text = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
const a = kafka.producer({ transactionalId: 'a' });
const b = kafka.producer({ transactionalId: 'b' });
async function forward(producer: any, topic: string) {
  const transaction = await producer.transaction();
  await transaction.send({ topic, messages: [] });
  await transaction.commit();
}
const one = kafka.consumer({ groupId: 'one' });
await one.subscribe({ topic: 'in1' });
await one.run({ eachMessage: () => forward(a, 'out1') });
const two = kafka.consumer({ groupId: 'two' });
await two.subscribe({ topic: 'in2' });
await two.run({ eachMessage: () => forward(b, 'out2') });`;
    const { pipelines, producers } = mapped({ 'main.ts': text }).map;
    assert.deepEqual(
      pipelines.map(({ transactions }) => transactions.map((transaction) => transaction.producers)),
      producers.map(({ id }) => [[id]]),
    );
    assert.deepEqual(
      producers.map(({ transactionalId: id, topics }) => [id?.text, topics]),
      [
        [`'a'`, ['out1']],
        [`'b'`, ['out2']],
      ],
    );
  });
});
