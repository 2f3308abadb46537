import assert from 'node:assert/strict';
import { simulateSource, storyOf, verdictsOf } from '../../../testing/simulated-source.ts';
import type { SimulatedUnit } from '../../api.ts';

const head = (options = `'enable.auto.commit': false`): string => `
import { KafkaConsumer, Producer, HighLevelProducer } from 'node-rdkafka';
import { Pool } from 'pg';
import Redis from 'ioredis';
const producer = new Producer({ 'transactional.id': 'tx-1' });
const plain = new HighLevelProducer({});
const options = { 'group.id': 'group', ${options} };
const consumer = new KafkaConsumer(options, {});
const pool = new Pool();
const redis = new Redis();
const done = (call) => new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
const idOf = (message) => JSON.parse(String(message.value)).id;
const fetched = (count) => new Promise((resolve, reject) =>
  consumer.consume(count, (error, messages) => (error ? reject(error) : resolve(messages))));
`;

const listening = (body: string, options?: string): string => `${head(options)}
consumer.on('ready', () => { consumer.subscribe(['in']); consumer.consume(); });
consumer.on('data', async (message) => { ${body} });
consumer.connect();`;

const looping = (body: string, count = 1): string => `${head()}
export async function run() {
  consumer.subscribe(['in']);
  for (;;) for (const message of await fetched(${count})) { ${body} }
}`;

const streaming = (body: string, options?: string): string => `${head(options)}
export async function run() {
  const stream = KafkaConsumer.createReadStream(options, {}, { topics: ['in'] });
  for await (const message of stream) { ${body} }
}`;

async function verdicts(source: string): Promise<readonly string[]> {
  return verdictsOf(await simulateSource(source));
}

const update = `await pool.query('UPDATE a SET b = 1 WHERE id = $1', [idOf(message)]);`;
const count = `await redis.incr('n:' + idOf(message));`;

function inTransaction(body: string): string {
  return `const next = [{ topic: message.topic, partition: message.partition, offset: message.offset + 1 }];
    await done((told) => producer.beginTransaction(told));
    try {
      producer.produce('out', null, message.value, message.key);
      ${body}
      await done((told) => producer.commitTransaction(1000, told));
    } catch (error) { await done((told) => producer.abortTransaction(1000, told)); throw error; }`;
}

const sendOffsets = `await done((told) => producer.sendOffsetsToTransaction(next, consumer, 1000, told));`;

describe('node-rdkafka, simulated', () => {
  it('hands messages to listeners, to loops that fetch, and to loops over a stream', async () => {
    const kept = `${update} (stream?.consumer ?? consumer).commitMessageSync(message);`;
    const sources = [
      listening(`const stream = undefined; ${kept}`),
      looping(`const stream = undefined; ${kept}`),
      streaming(kept),
    ];
    for (const source of sources) assert.deepEqual(await verdicts(source), ['UPDATE a: effectively-once']);
    const [batches] = await simulateSource(looping(update, 10));
    assert.equal(batches?.delivery, 'each-batch');
  });

  it('stores an offset as it hands the message over, unless it is told not to', async () => {
    assert.deepEqual(await verdicts(listening(update, '')), ['UPDATE a: at-most-once (lost-write)']);
    const byHand = `${update} consumer.offsetsStore([{ topic: message.topic, partition: message.partition, offset: message.offset + 1 }]);`;
    assert.deepEqual(await verdicts(listening(byHand, `'enable.auto.offset.store': false`)), [
      'UPDATE a: effectively-once',
    ]);
  });

  it('ends the process with what a listener throws', async () => {
    const units = await simulateSource(listening(`${count} ${update} consumer.commitMessage(message);`));
    const told = storyOf(units, 'INCR n:{message}', 'duplicate');
    assert.deepEqual(verdictsOf(units), ['INCR n:{message}: at-least-once (duplicate)', 'UPDATE a: effectively-once']);
    assert.ok(told.includes('1 starts'));
  });

  it('commits a message given whole where it stands, and commitMessage behind it', async () => {
    assert.deepEqual(await verdicts(listening(`consumer.commitSync(message); ${count}`)), [
      'INCR n:{message}: at-least-once (duplicate)',
    ]);
    assert.deepEqual(await verdicts(listening(`consumer.commitMessageSync(message); ${count}`)), [
      'INCR n:{message}: at-most-once (lost-write)',
    ]);
  });

  it('sends in the transaction that is open, with the offsets of its consumer', async () => {
    assert.deepEqual(await verdicts(looping(inTransaction(sendOffsets))), [
      'sends to out: exactly-once (aborted-read)',
    ]);
    const [without] = await verdicts(looping(`${inTransaction('')} consumer.commitMessageSync(message);`));
    assert.match(without ?? '', /^sends to out: at-least-once \(duplicate/);
  });

  it('loses what is still in its queue, and tells of it only in reports', async () => {
    const source = (waits: string): string => looping(`${waits} consumer.commitMessageSync(message);`);
    assert.deepEqual(await verdicts(source(`plain.produce('out', null, message.value, message.key);`)), [
      'sends to out: at-most-once (lost-write)',
    ]);
    const reported = `await done((told) => plain.produce('out', null, message.value, message.key, null, told));`;
    assert.deepEqual(await verdicts(source(reported)), ['sends to out: at-least-once (duplicate)']);
  });

  it('refuses to produce without a transaction, and settings that exclude each other', async () => {
    assert.match(
      (await verdicts(listening(`producer.produce('out', null, message.value);`)))[0] ?? '',
      /Erroneous state/,
    );
    const settings = [
      [`{ 'transactional.id': 'a', 'enable.idempotence': false }`, 'enable.idempotence=true'],
      [`{ 'enable.idempotence': true, retries: 0 }`, 'retries'],
      [`{ 'enable.idempotence': true }, { acks: 1 }`, 'acks'],
      [
        `{ 'transactional.id': 'a', 'transaction.timeout.ms': 1000 }, { 'message.timeout.ms': 2000 }`,
        'message.timeout.ms',
      ],
    ] as const;
    for (const [given, words] of settings) {
      const [told] = await verdicts(`${head()} new Producer(${given});`);
      assert.ok(told?.includes(words), given);
    }
  });

  it('can be called without new, and asked for under another name', async () => {
    const source = listening(`${update} consumer.commitMessageSync(message);`)
      .replace('new KafkaConsumer', 'KafkaConsumer')
      .replace("from 'node-rdkafka'", "from '@confluentinc/kafka-javascript'");
    const units: readonly SimulatedUnit[] = await simulateSource(source);
    assert.deepEqual(verdictsOf(units), ['UPDATE a: effectively-once']);
  });
});
