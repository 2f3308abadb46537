import { Kafka } from 'kafkajs';
import { Column, DataSource, Entity, PrimaryColumn, Repository } from 'typeorm';

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

class Ledger {
  constructor(
    private readonly source: DataSource,
    private readonly accounts: Repository<Account>,
  ) {}

  async credit(id: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const inbox = await manager.createQueryBuilder().insert().into(Inbox).values({ id }).orIgnore().execute();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
      if (inbox.raw.length > 0) await this.accounts.increment({ id }, 'balance', 1);
    });
  }
}

const ledger = new Ledger(source, source.getRepository(Account));

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      await ledger.credit(String(message.key));
    },
  });
}
