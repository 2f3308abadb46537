import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'yards', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'yards-0' });

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'yards' });
  await consumer.subscribe({ topics: ['yards'] });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      const txn = await producer.transaction();
      let sent = false;
      try {
        await txn.send({ topic: 'yards.full', messages: [{ key: message.key, value: message.value }] });
        sent = true;
      } finally {
        if (sent) await txn.commit();
//                      ^^^^^^^^^^ offsets-outside-transaction offsetsMissing
        else await txn.abort();
      }
    },
  });
}
