import { Producer } from '@platformatic/kafka';

export const producer = new Producer({
  clientId: 'meters',
  bootstrapBrokers: ['localhost:9092'],
  idempotent: true,
  acks: 1,
//^^^^^^^ conflicting-client-options overruled
});