import { Kafka } from 'kafkajs';
import { createNamespace } from 'cls-hooked';
import { DataTypes, Sequelize } from 'sequelize';

Sequelize.useCLS(createNamespace('transactions'));
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
        const [, fresh] = await Inbox.findOrCreate({ where: { id }, transaction });
        if (fresh) await Account.increment({ balance: 1 }, { where: { id } });
      });
    },
  });
}
