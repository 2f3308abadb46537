import { Producer } from 'node-rdkafka';

const producer = new Producer({ 'metadata.broker.list': 'localhost:9092', 'transactional.id': 'exporter-1' });

async function begin(): Promise<void> {
  const begun = new Promise<void>((resolve, reject) => {
    producer.beginTransaction((error) => {
      if (error) return reject(error);
      resolve();
    });
  });
  await begun;
}

async function commit(): Promise<void> {
  const committed = new Promise<void>((resolve, reject) => {
    producer.commitTransaction(5000, (error) => (error ? reject(error) : resolve()));
  });
  await committed;
}

async function abort(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    producer.abortTransaction(5000, (error) => (error ? reject(error) : resolve()));
  });
}

export async function store(blocks: readonly string[]): Promise<void> {
  await begin();
  try {
    for (const block of blocks) producer.produce('blocks', null, Buffer.from(block));
    await commit();
  } catch (error) {
    await abort();
    throw error;
  }
}
