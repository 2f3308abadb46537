import { Kafka } from 'kafkajs';
import { Pool } from 'pg';

const pool = new Pool();
const kafka = new Kafka({ clientId: 'boats', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'boats' });

function toOutput(boat: { readonly port: string }, name: string): { readonly name: string; readonly port: string } {
  return { name, port: boat.port };
}

async function publish(outputs: readonly { readonly name: string; readonly port: string }[]): Promise<void> {
  const messages = outputs.map((output) => ({ key: output.name, value: JSON.stringify(output) }));
  await producer.send({ topic: 'arrivals', messages });
}

await consumer.run({
  eachBatchAutoResolve: false,
  eachBatch: async ({ batch, resolveOffset }) => {
    const outputs: { name: string; port: string }[] = [];
    batch.messages.forEach((message) => {
      outputs.push(toOutput(JSON.parse(String(message.value)), String(message.key)));
      resolveOffset(message.offset);
//    ^^^^^^^^^^^^^ commit-before-process call
    });
    const sorted = outputs.toSorted((a, b) => a.name.localeCompare(b.name));
    if (sorted.length > 0) await publish(sorted);
  },
});
