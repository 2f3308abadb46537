import { Kafka } from 'kafkajs';
import { prisma } from './database.js';

const kafka = new Kafka({ clientId: 'bookings', brokers: ['localhost:9092'] });

export async function logAndForget(): Promise<void> {
  await kafka.consumer({ groupId: 'bookings' }).run({
    eachMessage: async ({ message }) => {
      const { seat, holder } = JSON.parse(String(message.value));
      try {
        await prisma.booking.create({ data: { id: String(message.key), seat, holder } });
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error('not booked', error);
      }
    },
  });
}

export async function throwAgain(): Promise<void> {
  await kafka.consumer({ groupId: 'bookings-again' }).run({
    eachMessage: async ({ message }) => {
      const { seat, holder } = JSON.parse(String(message.value));
      try {
        await prisma.booking.create({ data: { id: String(message.key), seat, holder } });
      } catch (error) {
        console.error('not booked', error);
        throw error;
      }
    },
  });
}
