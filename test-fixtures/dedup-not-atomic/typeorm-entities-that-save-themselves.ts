import { Kafka } from 'kafkajs';
import { BaseEntity, Column, DataSource, Entity, PrimaryColumn } from 'typeorm';

@Entity()
class Inbox extends BaseEntity {
  @PrimaryColumn() id!: string;
}

@Entity()
class Account extends BaseEntity {
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
      await source.transaction(async (manager) => {
        const inbox = await manager.createQueryBuilder().insert().into(Inbox).values({ id }).orIgnore().execute();
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
        if (inbox.raw.length > 0) await Account.getRepository().increment({ id }, 'balance', 1);
      });
    },
  });
}
