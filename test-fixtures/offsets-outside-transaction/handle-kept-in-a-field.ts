import { Kafka, type EachMessagePayload, type Producer, type Transaction } from 'kafkajs';

class UnitOfWork {
  private txn: Transaction | undefined;

  constructor(private readonly producer: Producer) {}

  async begin(): Promise<void> {
    this.txn = await this.producer.transaction();
  }

  async publish(topic: string, key: string): Promise<void> {
    await this.txn?.send({ topic, messages: [{ key, value: key }] });
  }

  async commit(): Promise<void> {
    await this.txn?.commit();
//        ^^^^^^^^^^^^^^^^ offsets-outside-transaction offsetsMissing
  }

  async rollback(): Promise<void> {
    if (this.txn?.isActive()) await this.txn.abort();
  }
}

export async function start(): Promise<void> {
  const kafka = new Kafka({ clientId: 'units', brokers: ['localhost:9092'] });
  const unit = new UnitOfWork(kafka.producer({ transactionalId: 'units-0' }));
  const consumer = kafka.consumer({ groupId: 'units' });

  const eachMessage = async ({ message }: EachMessagePayload): Promise<void> => {
    await unit.begin();
    try {
      await unit.publish('units.done', String(message.key));
      await unit.commit();
    } catch (error) {
      await unit.rollback();
      throw error;
    }
  };

  await consumer.subscribe({ topics: ['units'] });
  await consumer.run({ autoCommit: false, eachMessage });
}
