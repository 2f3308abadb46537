import { Kafka } from 'kafkajs';
import { Booking } from './booking';
import { Topic } from './topics';

const kafka = new Kafka({ clientId: 'flights', brokers: ['localhost:9092'] });
export const booking = new Booking(kafka.producer({ transactionalId: 'flights-0' }));

export async function start(): Promise<void> {
  const consumer = kafka.consumer({
    groupId: 'flights-board',
    readUncommitted: true,
//  ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  });
  await consumer.subscribe({ topics: [Topic.Booked, Topic.Cancelled] });
  await consumer.run({ eachMessage: async ({ topic }) => console.info(topic) });
}
