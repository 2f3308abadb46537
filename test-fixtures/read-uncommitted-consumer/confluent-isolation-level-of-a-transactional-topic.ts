import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ 'bootstrap.servers': 'localhost:9092' });
const producer = kafka.producer({ 'transactional.id': `rooms-${process.env.POD_NAME}` });

export async function book(room: string): Promise<void> {
  await producer.transaction();
  try {
    await producer.send({ topic: 'rooms.booked', messages: [{ key: room, value: 'booked' }] });
    await producer.commit();
  } catch (error) {
    await producer.abort();
    throw error;
  }
}

export async function display(): Promise<void> {
  const consumer = kafka.consumer({ 'group.id': 'display', 'isolation.level': 'read_uncommitted' });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  await consumer.subscribe({ topics: ['rooms.booked'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}
