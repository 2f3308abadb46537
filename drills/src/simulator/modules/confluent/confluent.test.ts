import assert from 'node:assert/strict';
import { simulateSource, storyOf, verdictsOf } from '../../../testing/simulated-source.ts';
import type { SimulatedUnit } from '../../api.ts';

interface Parts {
  readonly consumer?: string;
  readonly producer?: string;
  readonly run?: string;
}

function program(
  body: string,
  { consumer = 'autoCommit: false', producer = `transactionalId: 'tx-1'`, run }: Parts = {},
): string {
  return `
import { KafkaJS } from '@confluentinc/kafka-javascript';
import { Pool } from 'pg';
import Redis from 'ioredis';
const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['b:9092'] } });
const producer = kafka.producer({ kafkaJS: { ${producer} } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'group', ${consumer} } });
const pool = new Pool();
const redis = new Redis();
const next = (message) => (BigInt(message.offset) + 1n).toString();
await producer.connect();
await consumer.subscribe({ topics: ['in'] });
await consumer.run({ ${run ?? 'eachMessage: async ({ topic, partition, message })'} => {
  const event = JSON.parse(String(message.value));
  ${body}
} });`;
}

async function unit(body: string, parts?: Parts): Promise<readonly SimulatedUnit[]> {
  return simulateSource(program(body, parts));
}

const offsets = `{ consumer, topics: [{ topic, partitions: [{ partition, offset: next(message) }] }] }`;
const inTransaction = (body: string, ending = 'await transaction.abort();'): string => `
  const transaction = await producer.transaction();
  try { ${body} await transaction.commit(); }
  catch (error) { ${ending} throw error; }`;
const send = `await producer.send({ topic: 'out', messages: [{ value: event.id }] });`;

describe('@confluentinc/kafka-javascript, simulated in the manner of kafkajs', () => {
  it('sends inside the transaction that the producer is, and hands a message over again whose commit had no answer', async () => {
    const body = inTransaction(`${send} await transaction.sendOffsets(${offsets});`);
    assert.deepEqual(verdictsOf(await unit(body)), ['sends to out: at-least-once (duplicate, aborted-read, stuck)']);
  });

  it('leaves a transaction open whose commit has failed, so that it can be committed again', async () => {
    const again = `if (String(error).includes('commits')) { await producer.commit(); return; } await transaction.abort();`;
    const body = inTransaction(`${send} await transaction.sendOffsets(${offsets});`, again);
    assert.deepEqual(verdictsOf(await unit(body)), ['sends to out: exactly-once (aborted-read, stuck)']);
  });

  it('refuses a send without the transaction that its id is for', async () => {
    assert.match(verdictsOf(await unit(send))[0] ?? '', /Erroneous state/);
  });

  it('commits by itself, or what it is asked to', async () => {
    const update = `await pool.query('UPDATE a SET b = 1 WHERE id = $1', [event.id]);`;
    const points = async (body: string, consumer: string) => (await unit(body, { consumer }))[0]?.points;
    assert.deepEqual(
      [
        await points(update, 'autoCommit: true'),
        await points(update, 'autoCommit: false'),
        await points(
          `${update} await consumer.commitOffsets([{ topic, partition, offset: next(message) }]);`,
          'autoCommit: false',
        ),
      ],
      [4, 2, 4],
    );
  });

  it('hands a message over again after an error, in the same process', async () => {
    const units = await unit(
      `await redis.incr('n:' + event.id); await pool.query('UPDATE a SET b = 1 WHERE id = $1', [event.id]);`,
      {
        consumer: 'autoCommit: true',
      },
    );
    const story = storyOf(units, 'INCR n:{message}', 'duplicate');
    assert.ok(story.some((line) => line === '0 receives offset 70041 (first-1)'));
  });

  it('leaves a batch to its new owner that was left because its handler took too long', async () => {
    const body = `for (const message of batch.messages) {
      if (isStale()) break;
      await pool.query('UPDATE a SET b = 1 WHERE id = $1', [JSON.parse(String(message.value)).id]);
      resolveOffset(message.offset);
    }`;
    const run = (more: string) => ({
      consumer: 'autoCommit: true',
      run: `${more} eachBatch: async ({ batch, batch: { messages: [message] }, resolveOffset, isStale })`,
    });
    assert.deepEqual(verdictsOf(await unit(body, run(''))), ['UPDATE a: effectively-once']);
    assert.deepEqual(verdictsOf(await unit(body, run('eachBatchAutoResolve: false,'))), ['UPDATE a: effectively-once']);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['kafka.producer({ idempotent: true })', 'must be passed'],
    ['kafka.producer({ kafkaJS: { autoCommit: true } })', 'is not supported'],
    [`await kafka.producer({ 'transactional.id': 'a', 'enable.idempotence': false }).connect()`, 'requires'],
    ['await kafka.producer({ kafkaJS: { idempotent: true, maxInFlightRequests: 6 } }).connect()', 'max.in.flight'],
    [`await kafka.consumer({ 'group.id': 'g' }).subscribe({ topic: 't', fromBeginning: true })`, 'fromBeginning'],
    [`await kafka.consumer({ 'group.id': 'g' }).run({ autoCommit: false })`, 'autoCommit'],
    [`await kafka.producer().send({ topic: 't', acks: 1, messages: [] })`, 'acks'],
    [`await producer.sendOffsets({ consumerGroupId: 'g', topics: [] })`, 'sendOffsets takes'],
    [`consumer.storeOffsets([])`, 'storeOffsets is not a function'],
  ];
  for (const [call, words] of refused) {
    it(`refuses ${call}`, async () => {
      const [told] = verdictsOf(await simulateSource(`${program('')}\n${call};`));
      assert.ok(told?.includes(words), told ?? 'nothing is refused');
    });
  }

  it('lets a dotted name win over the block', async () => {
    const consumer = `autoCommit: true }, 'enable.auto.commit': false, more: {`;
    const [only] = await unit(`await pool.query('UPDATE a SET b = 1 WHERE id = $1', [event.id]);`, { consumer });
    assert.equal(only?.points, 2);
  });
});
