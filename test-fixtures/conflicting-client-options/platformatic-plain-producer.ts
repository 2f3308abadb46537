import { Producer, ProduceAcks } from '@platformatic/kafka';

const producer = new Producer({ clientId: 'traces', bootstrapBrokers: ['localhost:9092'], acks: ProduceAcks.LEADER });

export async function trace(value: Buffer): Promise<void> {
  await producer.send({ messages: [{ topic: 'traces', value }], acks: ProduceAcks.NO_RESPONSE });
}