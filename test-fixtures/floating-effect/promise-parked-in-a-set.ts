import { Kafka } from 'kafkajs';

const kafka = new Kafka({ clientId: 'auctions', brokers: ['localhost:9092'] });
const producer = kafka.producer();
const consumer = kafka.consumer({ groupId: 'auctions' });

function createAuctions() {
  const publishing = new Set<Promise<void>>();

  async function publish(events: readonly string[]): Promise<void> {
    for (const event of events) await producer.send({ topic: 'auctions.closed', messages: [{ value: event }] });
  }

  async function close(id: string): Promise<void> {
    const job = publish([id]).catch(() => undefined);
//              ^^^^^^^ floating-effect parked
    publishing.add(job);
    void job.then(() => publishing.delete(job));
  }

  async function settle(): Promise<void> {
    await Promise.allSettled([...publishing]);
  }

  return { close, settle };
}

const auctions = createAuctions();

process.on('SIGTERM', () => {
  void auctions.settle().then(() => consumer.disconnect());
});

export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await auctions.close(String(message.key));
    },
  });
}
