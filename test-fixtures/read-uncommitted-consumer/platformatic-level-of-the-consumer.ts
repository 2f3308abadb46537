import { Consumer, FetchIsolationLevels } from '@platformatic/kafka';

const consumer = new Consumer({
  clientId: 'preview',
  groupId: 'preview',
  bootstrapBrokers: ['localhost:9092'],
  isolationLevel: FetchIsolationLevels.READ_UNCOMMITTED,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
});

export async function run(): Promise<void> {
  const stream = await consumer.consume({ topics: ['drafts'], mode: 'committed', autocommit: false });
//                                                                               ^^^^^^^^^^^^^^^^^ offset-never-committed off
  for await (const message of stream) console.info(message.offset);
}
