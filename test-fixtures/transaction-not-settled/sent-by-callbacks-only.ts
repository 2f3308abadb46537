import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ferries', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'ferries', idempotent: true, maxInFlightRequests: 1 });

export async function announce(names: readonly string[]) {
  const txn = await producer.transaction();
//                  ^^^^^^^^^^^^^^^^^^^^ transaction-not-settled returns
  await Promise.all(names.map((name) => txn.send({ topic: 'ferries.out', messages: [{ value: name }] })));
}
