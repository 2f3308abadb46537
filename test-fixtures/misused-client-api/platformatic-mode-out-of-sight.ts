import { Consumer, type ConsumeOptions } from '@platformatic/kafka';

const consumer = new Consumer({ clientId: 'a', groupId: 'a', bootstrapBrokers: ['localhost:9092'], autocommit: false });

export async function open(options: ConsumeOptions<Buffer, Buffer, Buffer, Buffer>) {
  return consumer.consume({ ...options, topics: ['readings'] });
}
