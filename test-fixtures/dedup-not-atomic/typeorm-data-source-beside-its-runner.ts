import { Kafka } from 'kafkajs';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity()
class Inbox {
  @PrimaryColumn() id!: string;
}

@Entity()
class Account {
  @PrimaryColumn() id!: string;
  @Column() balance!: number;
}

const source = new DataSource({ type: 'postgres', entities: [Inbox, Account] });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      const runner = source.createQueryRunner();
      await runner.startTransaction();
      try {
        const insert = await runner.manager.createQueryBuilder().insert().into(Inbox).values({ id }).orIgnore().execute();
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (insert.raw.length > 0) await source.manager.increment(Account, { id }, 'balance', 1);
        await runner.commitTransaction();
      } catch (error) {
        await runner.rollbackTransaction();
        throw error;
      } finally {
        await runner.release();
      }
    },
  });
}
