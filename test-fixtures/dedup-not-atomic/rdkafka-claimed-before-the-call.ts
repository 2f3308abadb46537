import { KafkaConsumer, type Message } from 'node-rdkafka';
import { createClient } from 'redis';

const redis = createClient();

async function onGift(message: Message): Promise<void> {
  const first = await redis.set(`gift:${message.offset}`, '1', { NX: true });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic before
  if (first === null) return;
  await fetch('https://gifts.example.org/cards', { method: 'POST', body: String(message.value) });
}

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'gifts', 'enable.auto.commit': false }, {}, { topics: ['gifts'] });
  for await (const message of stream) {
    await onGift(message);
    stream.consumer.commitMessageSync(message);
  }
}
