import assert from 'node:assert/strict';
import { simulateSource, storyOf, verdictsOf } from '../../../testing/simulated-source.ts';

const head = (
  options = `autocommit: false, mode: 'committed'`,
  producer = `idempotent: true, transactionalId: 'tx-1'`,
) => `
import { Consumer, Producer, stringDeserializers, stringSerializers } from '@platformatic/kafka';
import { Pool } from 'pg';
import Redis from 'ioredis';
const at = { clientId: 'c', bootstrapBrokers: ['b:9092'] };
const consumer = new Consumer({ ...at, groupId: 'group', deserializers: stringDeserializers });
const producer = new Producer({ ...at, serializers: stringSerializers, ${producer} });
const pool = new Pool();
const redis = new Redis();
const idOf = (message) => JSON.parse(message.value).id;
const stream = await consumer.consume({ topics: ['in'], ${options} });
`;

const looping = (body: string, options?: string, producer?: string): string =>
  `${head(options, producer)} for await (const message of stream) { ${body} }`;
const listening = (body: string, options?: string): string =>
  `${head(options)} stream.on('data', async (message) => { ${body} });`;

async function verdicts(source: string): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(source));
}

const update = `await pool.query('UPDATE a SET b = 1 WHERE id = $1', [idOf(message)]);`;
const send = `await transaction.send({ messages: [{ topic: 'out', key: message.key, value: message.value }] });`;

function inTransaction(body: string): string {
  return `const transaction = await producer.beginTransaction();
    try { await transaction.addConsumer(consumer); ${body} await transaction.commit(); }
    catch (error) { if (!transaction.completed) await transaction.abort(); throw error; }`;
}

describe('@platformatic/kafka, simulated', () => {
  it('hands messages to loops and to listeners', async () => {
    const kept = `${update} await message.commit();`;
    for (const source of [looping(kept), listening(kept)]) {
      assert.deepEqual(await verdicts(source), ['UPDATE a: effectively-once']);
    }
    const each = `${head()} await stream.forEach(async (message) => { ${kept} });`;
    assert.deepEqual(await verdicts(each), ['UPDATE a: effectively-once']);
  });

  it('commits a message as it is fetched, unless it is told not to', async () => {
    const lost = ['UPDATE a: at-most-once (lost-write)'];
    assert.deepEqual(await verdicts(looping(update, `mode: 'committed'`)), lost);
    assert.deepEqual(
      await verdicts(looping(`${update} await message.commit();`, `mode: 'committed', autocommit: 100`)),
      lost,
    );
  });

  it('begins where the group is in one mode only', async () => {
    const kept = `${update} await message.commit();`;
    assert.deepEqual(await verdicts(looping(kept, 'autocommit: false')), ['UPDATE a: at-most-once (lost-write)']);
    const counted = `await redis.incr('n:' + idOf(message)); await message.commit();`;
    assert.deepEqual(await verdicts(looping(counted, `autocommit: false, mode: 'earliest'`)), [
      'INCR n:{message}: at-least-once (duplicate)',
    ]);
  });

  it('ends the process with what is thrown out of the loop', async () => {
    const body = `await redis.incr('n:' + idOf(message)); ${update} await message.commit();`;
    const units = await simulateSource(looping(body));
    assert.equal(units[0]?.stuck, false);
    assert.ok(storyOf(units, 'INCR n:{message}', 'duplicate').includes('1 starts'));
  });

  it('moves offsets with the transaction, one behind the message', async () => {
    const whole = inTransaction(`${send} await transaction.addOffset(message);`);
    assert.deepEqual(await verdicts(looping(whole)), ['sends to out: exactly-once (aborted-read)']);
    const [without] = await verdicts(looping(`${inTransaction(send)} await message.commit();`));
    assert.match(without ?? '', /^sends to out: at-least-once \(duplicate/);
    const [unfenced] = await verdicts(looping(whole, undefined, 'idempotent: true'));
    assert.match(unfenced ?? '', /^sends to out: at-least-once \(duplicate/);
  });

  it('carries out one of two calls at once', async () => {
    const both = inTransaction(`await Promise.all([
      transaction.send({ messages: [{ topic: 'left', value: message.value }] }),
      transaction.send({ messages: [{ topic: 'right', value: message.value }] }),
    ]); await transaction.addOffset(message);`);
    const [unit] = await simulateSource(looping(both));
    assert.deepEqual(
      unit?.effects.map(({ resource }) => resource),
      ['left'],
    );
  });

  const refused: readonly (readonly [body: string, words: RegExp, producer?: string])[] = [
    [inTransaction(`await producer.send({ messages: [{ topic: 'out', value: 'x' }] });`), /A transaction is active/],
    [`await producer.beginTransaction(); await producer.beginTransaction();`, /already in progress/],
    [inTransaction(send), /idempotent/, `transactionalId: 'tx-1'`],
    [inTransaction(`${send} await transaction.commit();`), /completed/],
    [`await producer.send({ acks: 1, messages: [] });`, /acknowledgements/],
    [`const next = message.offset + 1;`, /BigInt/],
  ];
  for (const [body, words, producer] of refused) {
    it(`refuses ${body.slice(0, 60)}`, async () => {
      const units = await simulateSource(
        listening(body).replace(
          `idempotent: true, transactionalId: 'tx-1'`,
          producer ?? `idempotent: true, transactionalId: 'tx-1'`,
        ),
      );
      assert.match(units[0]?.incomplete ?? '', words);
    });
  }
});
