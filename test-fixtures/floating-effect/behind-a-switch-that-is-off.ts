import { ConfigService } from '@nestjs/config';
import { Kafka } from 'kafkajs';

const config = new ConfigService();
const kafka = new Kafka({ clientId: 'tags', brokers: ['localhost:9092'] });
const producer = kafka.producer();

const copies = config.get<boolean>('COPIES') ?? false;
// What a deployment chooses, or has a key for, is no switch.
const settings = { store: process.env.STORE || 'memory', key: process.env.KEY ?? '' };
const isTraced = (process.env.TRACED || 'off') !== 'off';

await kafka.consumer({ groupId: 'tags' }).run({
  eachMessage: async ({ message }) => {
    if (copies) producer.send({ topic: 'tags.copies', messages: [{ value: message.value }] });
    if (isTraced) producer.send({ topic: 'tags.traces', messages: [{ value: message.value }] });
    // It may be on: the deployment says it, and not the code.
    if (process.env.COUNTED === 'true') producer.send({ topic: 'tags.counts', messages: [{ value: message.value }] });
//                                      ^^^^^^^^^^^^^ floating-effect dropped
    if (settings.store === 'kafka') producer.send({ topic: 'tags.stored', messages: [{ value: message.value }] });
//                                  ^^^^^^^^^^^^^ floating-effect dropped
    if (!settings.key) return;
    producer.send({ topic: 'tags.signed', messages: [{ value: message.value }] });
//  ^^^^^^^^^^^^^ floating-effect dropped
    if (process.env.NODE_ENV !== 'production') return;
    producer.send({ topic: 'tags.seen', messages: [{ value: message.value }] });
//  ^^^^^^^^^^^^^ floating-effect dropped
  },
});
