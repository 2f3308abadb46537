import { Kafka } from 'kafkajs';
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize('postgres://localhost/ledger');
const Inbox = sequelize.define('Inbox', { id: { type: DataTypes.STRING, primaryKey: true } });
const Account = sequelize.define('Account', { id: DataTypes.STRING, balance: DataTypes.INTEGER });

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'credits', brokers: ['localhost:9092'] }).consumer({ groupId: 'credits' });
  await consumer.subscribe({ topics: ['credits'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const id = String(message.key);
      await sequelize.transaction(async (transaction) => {
        const inside = { transaction };
        const [, fresh] = await Inbox.findOrCreate({ where: { id }, ...inside });
        if (fresh) await Account.increment({ balance: 1 }, { where: { id }, ...inside });
      });
      // Only the library can have told these of their transaction.
      await sequelize.transaction(async () => {
        const [, fresh] = await Inbox.findOrCreate({ where: { id: `${id}-again` } });
        if (fresh) await Account.increment({ balance: 1 }, { where: { id } });
      });
    },
  });
}
