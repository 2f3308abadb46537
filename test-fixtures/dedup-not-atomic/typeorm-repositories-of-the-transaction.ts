import { Kafka } from 'kafkajs';
import { Column, DataSource, Entity, type EntityManager, PrimaryColumn, Repository } from 'typeorm';

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

class Accounts {
  constructor(private readonly accounts: Repository<Account>) {}

  async credit(id: string, manager?: EntityManager): Promise<void> {
    const accounts = manager ? manager.getRepository(Account) : this.accounts;
    await accounts.increment({ id }, 'balance', 1);
  }
}

const repository = source.getRepository(Account);
const accounts = new Accounts(repository);

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await source.transaction(async (manager) => {
        await manager.insert(Inbox, { id });
        await manager.withRepository(repository).increment({ id }, 'balance', 1);
        await accounts.credit(id, manager);
        await source.createQueryBuilder(Account, 'account', manager.queryRunner).update().set({ balance: () => 'balance + 1' }).execute();
        // A savepoint: what follows is still undone with what came before.
        await manager.transaction(async (inner) => {
          await inner.increment(Account, { id }, 'balance', 1);
        });
        await manager.increment(Account, { id }, 'balance', 1);
      });
    },
  });
}
