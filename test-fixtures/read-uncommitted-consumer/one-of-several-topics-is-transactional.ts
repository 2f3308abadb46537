import { Kafka } from 'kafkajs';

const TOPICS = ['depots.moves', 'depots.counts', 'depots.notes'] as const;
const kafka = new Kafka({ clientId: 'depots', brokers: ['localhost:9092'] });

class Mover {
  private readonly producer = kafka.producer({ transactionalId: 'depots-0' });

  async move(from: string, to: string): Promise<void> {
    const txn = await this.producer.transaction();
    try {
      await txn.sendBatch({
        topicMessages: [
          { topic: TOPICS[0], messages: [{ key: from, value: '-1' }] },
          { topic: TOPICS[0], messages: [{ key: to, value: '+1' }] },
        ],
      });
      await txn.commit();
    } catch (error) {
      if (txn.isActive()) await txn.abort();
      throw error;
    }
  }
}

export const mover = new Mover();

export async function start(): Promise<void> {
  const consumer = kafka.consumer({
    groupId: 'depots-screen',
    readUncommitted: true,
//  ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer besideTransactions
  });
  await consumer.subscribe({ topics: [...TOPICS], fromBeginning: true });
  await consumer.run({ eachMessage: async ({ topic, message }) => console.info(topic, String(message.value)) });
}
