import { KafkaConsumer } from 'node-rdkafka';
import { createClient } from 'redis';

const redis = createClient();

export async function run(): Promise<void> {
  const stream = KafkaConsumer.createReadStream({ 'group.id': 'gifts', 'enable.auto.commit': false }, {}, { topics: ['gifts'] });
  for await (const message of stream) {
    const key = `gift:${String(message.key)}`;
    if ((await redis.get(key)) !== null) continue;
    await fetch('https://gifts.example.org/cards', { method: 'POST', body: String(message.value) });
    await redis.set(key, '1', { EX: 7 * 24 * 3600 });
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
    stream.consumer.commitMessageSync(message);
  }
}
