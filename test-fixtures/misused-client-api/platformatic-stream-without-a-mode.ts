import { Consumer } from '@platformatic/kafka';

const consumer = new Consumer({ clientId: 'a', groupId: 'a', bootstrapBrokers: ['localhost:9092'] });

export async function open() {
  return consumer.consume({ topics: ['readings'], autocommit: false });
//       ^^^^^^^^^^^^^^^^ misused-client-api committedOffsetsIgnored
}