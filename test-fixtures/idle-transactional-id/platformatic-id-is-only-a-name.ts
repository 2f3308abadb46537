import { Producer, stringSerializers } from '@platformatic/kafka';

const producer = new Producer({ clientId: 'w', bootstrapBrokers: ['localhost:9092'], transactionalId: 'w-0', serializers: stringSerializers });

export async function publish(value: string): Promise<void> {
  await producer.send({ messages: [{ topic: 'out', value }] });
}
