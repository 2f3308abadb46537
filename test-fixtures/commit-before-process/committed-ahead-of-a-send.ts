import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

await consumer.run({ autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    await consumer.commitOffsets([{ topic, partition, offset: (BigInt(message.offset) + 1n).toString() }]);
//        ^^^^^^^^^^^^^^^^^^^^^^ commit-before-process call
    await producer.send({ topic: 'boats.seen', messages: [{ key: message.key, value: message.value }] });
  },
});
