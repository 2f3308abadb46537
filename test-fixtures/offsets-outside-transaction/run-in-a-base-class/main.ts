import { Kafka, type EachMessagePayload, type Transaction } from 'kafkajs';
import { Processor } from './processor';

class Shouting extends Processor {
  protected async process(txn: Transaction, { message }: EachMessagePayload): Promise<void> {
    await txn.send({ topic: 'loud', messages: [{ key: message.key, value: String(message.value).toUpperCase() }] });
  }
}

const kafka = new Kafka({ clientId: 'loud', brokers: ['localhost:9092'] });
const consumer = kafka.consumer({ groupId: 'loud' });
const producer = kafka.producer({ transactionalId: 'loud-0' });
void new Shouting(consumer, producer, 'loud').start('quiet');
