import { drizzle } from 'drizzle-orm/node-postgres';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { Kafka } from 'kafkajs';

const db = drizzle(process.env['DATABASE_URL']);
const deliveries = pgTable('deliveries', { orderId: text('order_id').unique(), street: text('street') });
const kafka = new Kafka({ clientId: 'deliveries', brokers: ['localhost:9092'] });

export async function everyErrorIsHidden(): Promise<void> {
  await kafka.consumer({ groupId: 'deliveries-1' }).run({
    eachMessage: async ({ message }) => {
      const { orderId, street } = JSON.parse(String(message.value));
      try {
        await db.insert(deliveries).values({ orderId, street });
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        console.error('no delivery', error);
      }
    },
  });
}

export async function everyOtherErrorIsHidden(): Promise<void> {
  await kafka.consumer({ groupId: 'deliveries-2' }).run({
    eachMessage: async ({ message }) => {
      const { orderId, street } = JSON.parse(String(message.value));
      try {
        await db.insert(deliveries).values({ orderId, street });
      } catch (error) {
//      ^^^^^^^^^^^^^ swallowed-failure caught
        if ((error as { code?: string }).code === '23505') return;
        console.error('no delivery', error);
      }
    },
  });
}

export async function onlyTheSecondRowIsDropped(): Promise<void> {
  await kafka.consumer({ groupId: 'deliveries-3' }).run({
    eachMessage: async ({ message }) => {
      const { orderId, street } = JSON.parse(String(message.value));
      try {
        await db.insert(deliveries).values({ orderId, street });
      } catch (error) {
        if ((error as { code?: string }).code !== '23505') throw error;
        console.log('delivered before', orderId);
      }
    },
  });
}

export async function onlyTheSecondRowIsDroppedUnderAName(): Promise<void> {
  await kafka.consumer({ groupId: 'deliveries-4' }).run({
    eachMessage: async ({ message }) => {
      const { orderId, street } = JSON.parse(String(message.value));
      try {
        await db.insert(deliveries).values({ orderId, street });
      } catch (error) {
        const isSecond = error instanceof Error && 'code' in error && error.code === '23505';
        if (isSecond) {
          console.log('delivered before', orderId);
          return;
        }
        throw error;
      }
    },
  });
}

const isDuplicate = (error: unknown): boolean => (error as { code?: string }).code === '23505';

export async function onlyTheSecondRowIsDroppedByAHelper(): Promise<void> {
  await kafka.consumer({ groupId: 'deliveries-5' }).run({
    eachMessage: async ({ message }) => {
      const { orderId, street } = JSON.parse(String(message.value));
      await db
        .insert(deliveries)
        .values({ orderId, street })
        .catch((error: unknown) => {
          if (isDuplicate(error)) return;
          throw error;
        });
    },
  });
}
