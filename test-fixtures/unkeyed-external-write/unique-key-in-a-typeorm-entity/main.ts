// preset: strict
import { Kafka } from 'kafkajs';
import { DataSource, type Repository } from 'typeorm';
import { Payment, Refund, Visit } from './entities';

const source = new DataSource({ type: 'postgres', entities: [Payment, Refund, Visit] });

class Ledger {
  constructor(private readonly refunds: Repository<Refund>) {}

  async refund(order: string, line: number): Promise<void> {
    await this.refunds.insert({ order, line });
  }

  async half(order: string): Promise<void> {
    await this.refunds.insert({ order });
//        ^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
  }
}

const ledger = new Ledger(source.getRepository(Refund));

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'payments', brokers: ['localhost:9092'] }).consumer({ groupId: 'payments' });
  await consumer.subscribe({ topics: ['payments'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { order, line, customer } = JSON.parse(String(message.value));
      await source.getRepository(Visit).insert({ customer });
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await ledger.half(order);
      await source.createQueryBuilder().insert().into(Refund).values({ order, line }).execute();
      await source.getRepository(Payment).insert({ eventId: order, amount: 1 });
      await ledger.refund(order, line);
    },
  });
}
