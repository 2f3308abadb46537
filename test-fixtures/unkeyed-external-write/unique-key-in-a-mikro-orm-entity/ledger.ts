// preset: strict
import { EntityManager } from '@mikro-orm/postgresql';
import { Kafka } from 'kafkajs';
import { Entry, Line, Receipt } from './entities.ts';

export async function start(em: EntityManager): Promise<void> {
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['entries'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { account, order, line, event, cents } = JSON.parse(String(message.value));
      const fork = em.fork();
      fork.persist(fork.create(Line, { order, line }));
      fork.persist(new Receipt(event));
      await fork.flush();

      const known = await em.findOneOrFail(Entry, { account });
      known.cents = cents;
      await em.persistAndFlush(known);
      await em.insert(Line, { order, line });
      await em.upsert(Entry, { id: 1, account, cents });
      await em.nativeUpdate(Entry, { account }, { cents });
    },
  });
}

export async function book(em: EntityManager): Promise<void> {
  const consumer = new Kafka({ clientId: 'book', brokers: ['localhost:9092'] }).consumer({ groupId: 'book' });
  await consumer.subscribe({ topics: ['entries'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { account, cents } = JSON.parse(String(message.value));
      const entry = em.create(Entry, { account, cents });
      await em.persistAndFlush(entry);
//          ^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
      const other = new Entry();
      other.account = account;
      em.persist(other);
      await em.flush();
//          ^^^^^^^^ unkeyed-external-write repeated
      await em.transactional(async (tx) => {
        tx.persist(tx.create(Entry, { account, cents }));
//      ^^^^^^^^^^ unkeyed-external-write repeated
      });
      await em.insert(Entry, { account, cents });
//          ^^^^^^^^^ unkeyed-external-write repeated
    },
  });
}
