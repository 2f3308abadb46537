import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'alarms', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const known = new Set<string>();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'alarms' });
  await consumer.subscribe({ topics: ['alarms.raised'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const alarm = JSON.parse(String(message.value));
      const duplicate = known.has(alarm.id);
//                      ^^^^^^^^^ in-memory-dedup guard
      if (duplicate) {
        console.info('alarm %s again', alarm.id);
        return;
      }
      known.add(alarm.id);
      await producer.send({ topic: 'alarms.confirmed', messages: [{ key: alarm.id, value: message.value }] });
    },
  });
}
