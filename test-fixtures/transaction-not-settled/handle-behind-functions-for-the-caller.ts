import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'ferries', brokers: ['localhost:9092'] });
const producer = kafka.producer({ transactionalId: 'ferries', idempotent: true, maxInFlightRequests: 1 });

/** Nobody in sight calls it: whoever does has to settle. */
export async function open() {
  const txn = await producer.transaction();
  const crossing = {
    announce: (name: string) => txn.send({ topic: 'ferries.out', messages: [{ value: name }] }),
    land: () => txn.commit(),
    turnBack: () => txn.abort(),
  };
  return crossing;
}
