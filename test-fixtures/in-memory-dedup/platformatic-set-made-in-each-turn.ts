import { Consumer, Producer, jsonDeserializer, stringDeserializer } from '@platformatic/kafka';

const bootstrapBrokers = ['localhost:9092'];
const producer = new Producer({ clientId: 'tags', bootstrapBrokers });
const consumer = new Consumer({
  clientId: 'tags',
  groupId: 'tags',
  bootstrapBrokers,
  autocommit: false,
  deserializers: { key: stringDeserializer, value: jsonDeserializer },
});

export async function run(): Promise<void> {
  for await (const message of await consumer.consume({ topics: ['posts'], mode: 'committed' })) {
    const tagged = new Set<string>();
    for (const tag of message.value.tags) {
      if (tagged.has(tag)) continue;
      tagged.add(tag);
      await producer.send({ messages: [{ topic: 'tags', key: tag, value: message.key }] });
    }
    await message.commit();
  }
}
