import { Kafka } from 'kafkajs';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { runInTransaction, Transactional } from 'typeorm-transactional';

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
const inbox = source.getRepository(Inbox);
const accounts = source.getRepository(Account);

class Ledger {
  @Transactional()
  async credit(id: string): Promise<void> {
    await inbox.insert({ id });
    await accounts.increment({ id }, 'balance', 1);
  }
}

const ledger = new Ledger();

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await ledger.credit(id);
      await runInTransaction(async () => {
        await inbox.insert({ id: `${id}-again` });
        await accounts.increment({ id }, 'balance', 1);
      });
    },
  });
}
