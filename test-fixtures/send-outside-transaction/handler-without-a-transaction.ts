import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'w', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: undefined });
const consumer = kafka.consumer({ groupId: 'g' });

export async function start(): Promise<void> {
  await consumer.subscribe({ topics: ['in'] });
  await consumer.run({
    autoCommit: false,
//  ^^^^^^^^^^^^^^^^^ offset-never-committed off
    eachMessage: async ({ topic, partition, message }) => {
      await producer.send({ topic: 'out', messages: [{ value: message.value }] });
    },
  });
}
