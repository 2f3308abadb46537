import { Kafka } from 'kafkajs';
import { charge } from './charge';
import { isKnown, remember } from './store';

const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'renewals' });

await consumer.run({
  eachMessage: async ({ message }) => {
    const id = String(message.key);
    if (await isKnown(id)) return;
    await charge(id);
    await remember(id);
  },
});