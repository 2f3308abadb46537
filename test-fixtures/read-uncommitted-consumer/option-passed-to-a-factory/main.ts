import { createConsumer } from './create-consumer';

export async function start(): Promise<void> {
  const consumer = createConsumer({
    groupId: 'heatmap',
    readUncommitted: true,
//  ^^^^^^^^^^^^^^^^^^^^^ read-uncommitted-consumer optedOut
  });
  await consumer.subscribe({ topics: ['positions'] });
  await consumer.run({ eachMessage: async ({ message }) => console.info(String(message.value)) });
}
