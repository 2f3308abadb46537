import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['localhost:9092'] });

const producer = kafka.producer({
  transactionalId: 'w-0',
});

export async function publish(value: string): Promise<void> {
  await producer.transaction(async () => console.info(value)); // a mistake of its own
//      ^^^^^^^^^^^^^^^^^^^^ misused-client-api callback
}
