import { Producer } from 'node-rdkafka';

const producer = new Producer({ 'metadata.broker.list': 'localhost:9092', 'transactional.id': 'exporter-1' });

async function begin(): Promise<void> {
  const begun = new Promise<void>((resolve, reject) => {
    producer.beginTransaction((error) => {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ transaction-not-settled throws
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

async function fetched(block: string): Promise<string> {
  const answer = fetch(`https://node.internal/blocks/${block}`);
  const { status } = await answer;
  return String(status);
}

export async function store(blocks: readonly string[]): Promise<void> {
  await begin();
  for (const block of blocks) {
    const status = await fetched(block);
    producer.produce('blocks', null, Buffer.from(status));
  }
  await commit();
}
