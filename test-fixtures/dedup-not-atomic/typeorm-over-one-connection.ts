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

const source = new DataSource({ type: 'better-sqlite3', entities: [Inbox, Account] });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await source.transaction(async (manager) => {
        await manager.insert(Inbox, { id });
        await source.getRepository(Account).increment({ id }, 'balance', 1);
      });
    },
  });
}
