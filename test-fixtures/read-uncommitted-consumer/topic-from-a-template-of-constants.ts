import { Kafka } from 'kafkajs';

const DOMAIN = 'loyalty';
const POINTS = `${DOMAIN}.points`;
const kafka = new Kafka({ clientId: DOMAIN, brokers: ['localhost:9092'] });

export async function grant(member: string): Promise<void> {
  const txn = await kafka.producer({ transactionalId: 'loyalty-0' }).transaction();
  try {
    await txn.sendBatch({ topicMessages: [{ topic: POINTS, messages: [{ key: member, value: '10' }] }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function show(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'loyalty-app', readUncommitted: true });
//                                                          ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  await consumer.subscribe({ topic: `${DOMAIN}.points` });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}
