// preset: strict
import { defineEntity, Transactional, type EntityManager } from '@mikro-orm/core';
import { Kafka } from 'kafkajs';

const Receipt = defineEntity({
  name: 'Receipt',
  properties: (p) => ({ id: p.integer().primary(), event: p.string().unique() }),
});

const Entry = defineEntity({
  name: 'Entry',
  properties: (p) => ({ id: p.integer().primary(), account: p.string(), cents: p.integer() }),
});

class Ledger {
  constructor(private readonly em: EntityManager) {}

  @Transactional()
  async book(account: string, cents: number): Promise<void> {
    this.em.persist(this.em.create(Entry, { account, cents }));
//  ^^^^^^^^^^^^^^^ unkeyed-external-write repeated
  }

  @Transactional()
  async receive(event: string): Promise<void> {
    this.em.persist(this.em.create(Receipt, { event }));
  }
}

export async function start(em: EntityManager): Promise<void> {
  const ledger = new Ledger(em);
  const consumer = new Kafka({ clientId: 'ledger', brokers: ['localhost:9092'] }).consumer({ groupId: 'ledger' });
  await consumer.subscribe({ topics: ['entries'] });
  await consumer.run({
    eachMessage: async ({ message }) => {
      const { account, cents, event } = JSON.parse(String(message.value));
      await ledger.book(account, cents);
      await ledger.receive(event);
      await em.insert(Receipt, { event });
    },
  });
}
