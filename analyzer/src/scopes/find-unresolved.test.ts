import assert from 'node:assert/strict';
import { deliveryOf, type Files } from '../testing/workspace-of.ts';

function unresolved(files: Files): readonly string[] {
  return deliveryOf(files).unresolved.map(
    ({ kind, written, known, consumers }) => `${kind} ${written.text} = ${known.join('|')} of ${consumers.join('|')}`,
  );
}

const top = `import { Kafka } from 'some-kafka';
const kafka = new Kafka();
`;

describe('what could not be followed', () => {
  it('is nothing where every name is in the source', () => {
    const text = `${top}const consumer = kafka.consumer({ groupId: 'a' });
await consumer.subscribe({ topics: ['b', 'c'] });
await consumer.run({ eachMessage: async () => {} });`;
    assert.deepEqual(unresolved(text), []);
  });

  it('is a topic, a group and a handler', () => {
    const text = `${top}const consumer = kafka.consumer({ groupId: process.env.GROUP ?? 'a' });
export async function start(topic: string, options: any) {
  await consumer.subscribe({ topic });
  await consumer.run(options);
}`;
    assert.deepEqual(unresolved(text), [
      `group-id process.env.GROUP ?? 'a' = a of main.ts:3:18`,
      'topic topic =  of main.ts:3:18',
      'handler consumer.run(options) =  of main.ts:3:18',
    ]);
  });

  it('is a whole subscription that comes from elsewhere', () => {
    const text = `${top}const consumer = kafka.consumer({ groupId: 'a' });
export const start = (subscription: any) => consumer.subscribe(subscription);`;
    assert.deepEqual(unresolved(text), ['topic subscription =  of main.ts:3:18']);
  });
});
