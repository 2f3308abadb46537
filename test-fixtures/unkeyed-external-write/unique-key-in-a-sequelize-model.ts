// preset: strict
import { Kafka } from 'kafkajs';
import { DataTypes, Model, Sequelize } from 'sequelize';

const sequelize = new Sequelize('postgres://localhost');
class Invoice extends Model {}
Invoice.init({ number: { type: DataTypes.STRING, primaryKey: true }, cents: DataTypes.INTEGER }, { sequelize });
const Line = sequelize.define('Line', { invoice: DataTypes.STRING, line: DataTypes.INTEGER }, {
  indexes: [{ unique: true, fields: ['invoice', 'line'] }, { fields: ['invoice'] }],
});

export async function start(): Promise<void> {
  const consumer = new Kafka({ clientId: 'invoices', brokers: ['localhost:9092'] }).consumer({ groupId: 'invoices' });
  await consumer.subscribe({ topics: ['invoices'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { invoice, line } = JSON.parse(String(message.value));
      await Invoice.create({ cents: 1 });
//          ^^^^^^^^^^^^^^ unkeyed-external-write repeated
      await Line.create({ invoice });
//          ^^^^^^^^^^^ unkeyed-external-write repeated
      await Line.create({ invoice, line });
      await Invoice.create({ number: invoice, cents: 1 });
    },
  });
}
