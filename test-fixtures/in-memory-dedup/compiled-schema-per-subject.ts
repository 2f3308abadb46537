import { Kafka } from 'kafkajs';

type Decode = (bytes: Buffer) => unknown;

const kafka = new Kafka({ clientId: 'decode', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const decoders: Record<string, Decode> = {};

function decoderFor(subject: string): Decode {
  const known = decoders[subject];
  if (known) return known;
  const decoder: Decode = (bytes) => ({ subject, text: bytes.toString('utf8') });
  decoders[subject] = decoder;
  return decoder;
}

export async function start(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'decode' });
  await consumer.subscribe({ topics: ['binary'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const decode = decoderFor(String(message.headers?.subject));
      const value = JSON.stringify(decode(message.value ?? Buffer.alloc(0)));
      await producer.send({ topic: 'decoded', messages: [{ key: message.key, value }] });
    },
  });
}
