import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ferries', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'ferries', idempotent: true, maxInFlightRequests: 1 });

async function open() {
  const txn = await producer.transaction();
  return {
    announce: (name: string) => txn.send({ topic: 'ferries.out', messages: [{ value: name }] }),
    land: () => txn.commit(),
  };
}

export async function cross(name: string) {
  const crossing = await open();
//                       ^^^^ transaction-not-settled throws
  await crossing.announce(name);
  await crossing.land();
}
