import { Kafka } from 'kafkajs';

const prefix = process.env.TOPIC_PREFIX ?? 'acme';
const named = (name: string): string => `${prefix}.${name}`;
const kafka = new Kafka({ clientId: 'miles', brokers: ['localhost:9092'] });

export async function grant(member: string): Promise<void> {
  const txn = await kafka.producer({ transactionalId: 'miles-0' }).transaction();
  try {
    await txn.send({ topic: named('miles'), messages: [{ key: member, value: '10' }] });
    await txn.commit();
  } catch (error) {
    if (txn.isActive()) await txn.abort();
    throw error;
  }
}

export async function show(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'miles-app', readUncommitted: true });
//                                                        ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  await consumer.subscribe({ topic: prefix + '.miles' });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.key)) });
}
