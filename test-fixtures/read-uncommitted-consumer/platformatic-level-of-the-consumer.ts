import { Consumer, FetchIsolationLevels } from '@platformatic/kafka';

const consumer = new Consumer({
  clientId: 'preview',
  groupId: 'preview',
  bootstrapBrokers: ['localhost:9092'],
  isolationLevel: FetchIsolationLevels.READ_UNCOMMITTED,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
});

export async function run(): Promise<void> {
  const stream = await consumer.consume({ topics: ['drafts'], autocommit: false, mode: 'committed' });
  for await (const message of stream) console.info(message.offset);
}
