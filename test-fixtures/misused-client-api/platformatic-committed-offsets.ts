import { Consumer } from '@platformatic/kafka';

const consumer = new Consumer({ clientId: 'a', groupId: 'a', bootstrapBrokers: ['localhost:9092'], autocommit: false });

export async function open(fromStart: boolean) {
  if (fromStart) return consumer.consume({ topics: ['readings'], mode: 'earliest' });
  return consumer.consume({ topics: ['readings'], mode: 'committed', fallbackMode: 'earliest' });
}