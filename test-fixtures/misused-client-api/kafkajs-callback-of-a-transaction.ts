import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ transactionalId: 'tariffs-0' });

export async function load(key: string): Promise<void> {
  await (producer as any).transaction(async (transaction: any) => {
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misused-client-api callback
    await transaction.send({ topic: 'tariffs', messages: [{ key, value: 'x' }] });
  });
}
