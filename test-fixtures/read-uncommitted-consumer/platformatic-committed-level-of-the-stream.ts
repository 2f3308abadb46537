import { Consumer, FetchIsolationLevels } from '@platformatic/kafka';

const consumer = new Consumer({ clientId: 'index', groupId: 'index', bootstrapBrokers: ['localhost:9092'] });

export async function run(): Promise<void> {
  const stream = await consumer.consume({
    topics: ['articles'],
    mode: 'committed',
    isolationLevel: FetchIsolationLevels.READ_COMMITTED,
    autocommit: false,
  });
  for await (const message of stream) await message.commit();
}
