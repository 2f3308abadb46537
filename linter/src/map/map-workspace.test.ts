import assert from 'node:assert/strict';
import * as v from 'valibot';
import { effectsOf, mapped } from '../testing/mapped.ts';
import type { DeliveryMap } from './delivery-map.ts';
import { mapSchema, mapVersion } from './map-schema.ts';

const orders = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
const kafka = new Kafka({ brokers: [] });
const producer = kafka.producer({ transactionalId: process.env.TX ?? 'orders-0', idempotent: true });
const consumer = kafka.consumer({ groupId: 'orders' });
const pool = new Pool();
await consumer.subscribe({ topics: ['orders.placed'] });
await consumer.run({
  autoCommit: false,
  eachMessage: async ({ topic, partition, message }) => {
    const transaction = await producer.transaction();
    try {
      await transaction.send({ topic: 'payments.requested', messages: [{ value: message.value }] });
      await pool.query('INSERT INTO requests (value) VALUES ($1)', [message.value]);
      const offset = (BigInt(message.offset) + 1n).toString();
      await transaction.sendOffsets({ consumerGroupId: 'orders', topics: [{ topic, partitions: [{ partition, offset }] }] });
      await transaction.commit();
    } catch (error) {
      if (transaction.isActive()) await transaction.abort();
      throw error;
    }
  },
});
`;

const payments = `import { Kafka } from 'kafkajs';
import axios from 'axios';
const kafka = new Kafka({ brokers: [] });
const consumer = kafka.consumer({ groupId: 'payments', readUncommitted: true });
const other = kafka.consumer({ groupId: 'audit' });
await other.subscribe({ topic: 'audits' });
const producer = kafka.producer();
export const hello = () => producer.send({ topic: 'greetings', messages: [] });
await consumer.subscribe({ topic: 'payments.requested' });
await consumer.run({ eachMessage: async ({ message }) => { await axios.post('https://bank.test/charges', message.value); } });
`;

const monorepo = {
  'package.json': '{ "workspaces": ["packages/*"] }',
  'packages/orders/package.json': '{ "name": "@shop/orders" }',
  'packages/orders/main.ts': orders,
  'packages/payments/package.json': '{ "name": "@shop/payments" }',
  'packages/payments/main.ts': payments,
};

const receipts = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'receipts' });
const pool = new Pool();
await consumer.subscribe({ topic: 'receipts' });
await consumer.run({ eachMessage: async ({ message }) => {
  await pool.query('INSERT INTO receipts (event) VALUES ($1)', [message.key]);
} });
`;

/** What each pipeline reads, in which group. */
function readBy({ pipelines, consumers }: DeliveryMap): readonly string[] {
  return pipelines.map(({ name, consumer: id }) => {
    const consumer = consumers.find((each) => each.id === id);
    return `${name} reads ${consumer?.topics.join('|') ?? ''} in ${consumer?.group ?? ''}`;
  });
}

describe('the map of a workspace', () => {
  it('names the line that a unique key is declared in', () => {
    const sql = 'CREATE TABLE visits (gate text);\nCREATE TABLE receipts (event text UNIQUE);\n';
    const { pipelines } = mapped({ 'src/receipts.ts': receipts, 'db/001.sql': sql }).map;
    const [effect] = pipelines.flatMap(({ effects }) => effects);
    assert.equal(effect?.reason, 'doing it again leaves the same end state; its key is unique by db/001.sql:2');
  });

  it('says of each decorated method what it is handed, in the group that the broker knows', () => {
    const decorated = mapped({
      'src/main.ts': `import { NestFactory } from '@nestjs/core';
import { Transport } from '@nestjs/microservices';
import { AppModule } from './app.module';
const consumer = { groupId: 'stock' };
const app = await NestFactory.createMicroservice(AppModule, { transport: Transport.KAFKA, options: { consumer } });
await app.listen();
`,
      'src/app.module.ts': `import { Module } from '@nestjs/common';
import { Stock } from './stock';
@Module({ controllers: [Stock] })
export class AppModule {}
`,
      'src/topics.ts': `export const TOPICS = { PLACED: 'orders.placed', RETURNED: 'orders.returned' } as const;\n`,
      'src/stock.ts': `import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { TOPICS } from './topics';
@Controller()
export class Stock {
  @EventPattern(TOPICS.PLACED)
  async reserve(@Payload() order: { id: string }) { await fetch('https://stock.test/' + order.id, { method: 'POST' }); }
  @EventPattern(TOPICS.RETURNED)
  async release(@Payload() order: { id: string }) { await fetch('https://stock.test/' + order.id, { method: 'POST' }); }
}
`,
    }).map;
    assert.deepEqual(readBy(decorated), [
      'reserve reads orders.placed in stock-server',
      'release reads orders.returned in stock-server',
    ]);
    assert.deepEqual(
      decorated.topics.map(({ name, readers }) => [name, readers.length]),
      [
        ['orders.placed', 1],
        ['orders.returned', 1],
      ],
    );
  });

  it('tells apart the uses of a wrapper in one service', () => {
    const used = mapped({
      'src/listen.ts': `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
export async function listen(topic: string, groupId: string, handle: (id: string) => Promise<void>) {
  const consumer = kafka.consumer({ groupId });
  await consumer.subscribe({ topic });
  await consumer.run({ eachMessage: async ({ message }) => { await handle(String(message.key)); } });
}
`,
      'src/main.ts': `import { listen } from './listen';
await listen('orders', 'billing', async (id) => { await fetch('https://bank.test/' + id, { method: 'POST' }); });
await listen('returns', 'stock', async (id) => { await fetch('https://stock.test/' + id, { method: 'POST' }); });
`,
    }).map;
    assert.deepEqual(readBy(used), ['eachMessage reads orders in billing', 'eachMessage reads returns in stock']);
    assert.equal(new Set(used.consumers.map(({ id }) => id)).size, 2);
  });

  const { map, notices } = mapped(monorepo);

  it('tells what is inside the Kafka transaction, what runs beside it, and what is outside', () => {
    assert.deepEqual(effectsOf(map), [
      'in-transaction exactly-once send payments.requested',
      'beside-transaction at-least-once INSERT INTO requests',
      'outside at-least-once axios.post',
    ]);
    assert.deepEqual(
      map.pipelines.map(({ position }) => position),
      [['in-transaction'], ['auto-commit']],
    );
    assert.deepEqual(notices, []);
  });

  it('says what has to go wrong', () => {
    const reasons = map.pipelines.flatMap(({ effects }) => effects.map(({ reason }) => reason));
    assert.equal(reasons[0], 'it is visible when the transaction commits, and so is the offset');
    assert.match(reasons[1] ?? '', /^repeated when the process crashes before/);
  });

  it('joins services by the names of topics, and finds the loose ends', () => {
    const short = (id: string): string => id.replace('packages/', '');
    assert.deepEqual(
      map.topics.map(({ name, writers, readers }) => [
        name,
        writers.map(({ service, transactional }) => `${short(service)}${transactional ? ' tx' : ''}`).join(),
        readers.map(({ service }) => short(service)).join(),
      ]),
      [
        ['audits', '', 'payments'],
        ['greetings', 'payments', ''],
        ['orders.placed', '', 'orders'],
        ['payments.requested', 'orders tx', 'payments'],
      ],
    );
    assert.deepEqual(
      map.services.map(({ name }) => name),
      ['@shop/orders', '@shop/payments'],
    );
  });

  it('tells the isolation of each consumer, and how its topics are written', () => {
    assert.deepEqual(
      map.consumers.map(({ group, isolation, inputs, pipelines }) => [group, isolation, inputs, pipelines.length]),
      [
        ['orders', 'read_committed', 'nobody-here', 1],
        ['payments', 'read_uncommitted', 'in-transactions', 1],
        ['audit', 'read_committed', 'nobody-here', 0],
      ],
    );
  });

  it('tells the transaction identity', () => {
    assert.deepEqual(
      map.producers.map(({ transactionalId: id, topics }) => [id?.origin, id?.text, topics.join()]),
      [
        ['derived', "process.env.TX ?? 'orders-0'", 'payments.requested'],
        [undefined, undefined, 'greetings'],
      ],
    );
    assert.deepEqual(map.pipelines[0]?.transactions[0]?.producers, [map.producers[0]?.id]);
  });

  it('is the same in any order of the files', () => {
    const turned = Object.fromEntries(Object.entries(monorepo).reverse());
    assert.equal(JSON.stringify(mapped(turned)), JSON.stringify({ map, notices }));
  });

  it('has the published shape', () => {
    const document: DeliveryMap = v.parse(mapSchema, { version: mapVersion, ...map, notices });
    assert.ok(document);
  });

  it('says that there is no Kafka code', () => {
    const empty = mapped({ 'a.ts': 'export const x = 1;' });
    assert.deepEqual(empty.map.services, []);
    assert.match(empty.notices[0]?.message ?? '', /^no Kafka code found: 1 file/);
  });

  it('shows a handler inside a wrapper once per use, in the service that uses it', () => {
    const wrapper = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
export async function listen(groupId: string, topic: string, handle: (value: unknown) => Promise<void>) {
  const consumer = kafka.consumer({ groupId });
  await consumer.subscribe({ topic });
  await consumer.run({ eachMessage: async ({ message }) => handle(message.value) });
}`;
    const use = (name: string): string => `import axios from 'axios';
import { listen } from '../../packages/kafka/listen.ts';
await listen('${name}', '${name}.events', async (value) => { await axios.post('https://${name}.test', value); });`;
    const files = {
      'packages/kafka/package.json': '{ "name": "kafka" }',
      'packages/kafka/listen.ts': wrapper,
      'apps/a/main.ts': use('a'),
      'apps/b/main.ts': use('b'),
    };
    const { pipelines, consumers, services } = mapped(files).map;
    assert.deepEqual(
      pipelines.map(({ service, name, handlerAt, effects }) => [service, name, handlerAt?.file, effects.length]),
      [
        ['apps/a', 'listen', 'packages/kafka/listen.ts', 1],
        ['apps/b', 'listen', 'packages/kafka/listen.ts', 1],
      ],
    );
    assert.deepEqual(
      consumers.map(({ group, topics, service }) => [group, topics.join(), service]),
      [
        ['a', 'a.events', 'apps/a'],
        ['b', 'b.events', 'apps/b'],
      ],
    );
    assert.deepEqual(
      services.map(({ name }) => name),
      ['a', 'b'],
    );
  });

  it('counts a send once, whoever calls the function that it stands in', () => {
    const files = {
      'outbox.ts': `import { Kafka } from 'kafkajs';
const producer = new Kafka({ brokers: [] }).producer({ transactionalId: 'outbox' });
export async function flush(rows: string[]) {
  const transaction = await producer.transaction();
  await transaction.send({ topic: 'rows', messages: rows.map((value) => ({ value })) });
  await transaction.commit();
}`,
      'job.ts': `import { flush } from './outbox.ts'; setInterval(() => flush([]), 1000);`,
    };
    const { topics, pipelines } = mapped(files).map;
    assert.deepEqual(
      topics.map(({ writers }) => writers.map(({ pipeline }) => pipeline)),
      [[pipelines[0]?.id]],
    );
    assert.deepEqual(pipelines[0]?.position, []);
  });
});
