import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'import', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const sent = new Set<string>();

export async function importCustomers(rows: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
  await producer.connect();
  for (const row of rows) {
    if (sent.has(row.id)) continue;
    sent.add(row.id);
    await producer.send({ topic: 'customers.imported', messages: [{ key: row.id, value: row.name }] });
  }
  await producer.disconnect();
}
