// preset: strict
import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: `a-${String(process.env["POD"])}` });
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ idle-transactional-id idle
const consumer = kafka.consumer({ groupId: 'a' });

async function start() {
  await consumer.subscribe({ topics: ['a'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await producer.send({ topic: 'b', messages: [{ key: message.key, value: message.value }] });
    },
  });
}

export { start };