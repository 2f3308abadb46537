import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['localhost:9092'] }).producer({ idempotent: true });

export async function publish(commitId: string): Promise<void> {
  await producer.send({
    topic: 'builds',
    messages: [{ key: commitId, value: JSON.stringify({ commitId, isolation: 'vm' }), headers: { commit: commitId } }],
  });
}