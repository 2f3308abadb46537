import assert from 'node:assert/strict';
import { deliveryOf, type Files } from '../testing/workspace-of.ts';

const kafka = `import { Kafka } from 'some-kafka'; import { v4 } from 'some-ids'; const kafka = new Kafka();`;

/** The transactional ids of the producers: origin and text. */
function identities(files: Files): readonly string[] {
  return deliveryOf(files).producers.map(({ transactionalId: id }) =>
    id === undefined ? 'none' : `${id.origin} ${id.text}`,
  );
}

/** The calls on producers: what is sent where, by whom, in whose use. */
function calls(files: Files): readonly string[] {
  return deliveryOf(files).producerCalls.map(({ kind, usedAt, transactional, topics, unresolved, producers }) => {
    const where = [...topics, ...unresolved.map(({ text }) => `‹${text}›`)].join('|');
    const use = usedAt === undefined ? '' : ` via ${usedAt.text} in ${usedAt.place.file}`;
    return `${kind}${transactional ? ' in transaction' : ''} ${where} by ${producers.join('|')}${use}`;
  });
}

describe('the identity of a producer', () => {
  const made = (id: string, top = ''): string => `${kafka} ${top} kafka.producer({ transactionalId: ${id} });`;

  it('is nothing without a transactional id', () => {
    assert.deepEqual(identities(`${kafka} kafka.producer(); kafka.producer({ idempotent: true });`), ['none', 'none']);
  });

  it('is constant where every process has the same', () => {
    assert.deepEqual(identities(made(`'orders-tx'`)), [`constant 'orders-tx'`]);
    assert.deepEqual(identities(made('id', `const id = 'orders' + '-tx';`)), [`constant 'orders' + '-tx'`]);
  });

  it('is derived where something in it may differ between processes', () => {
    assert.deepEqual(identities(made('process.env.TX')), ['derived process.env.TX']);
    assert.deepEqual(identities(made(`process.env.TX ?? 'orders-0'`)), [`derived process.env.TX ?? 'orders-0'`]);
    assert.deepEqual(identities(made('id', 'const id = `orders-${process.env.POD}`;')), [
      'derived `orders-${process.env.POD}`',
    ]);
  });

  it('is unstable where every start makes another one', () => {
    assert.deepEqual(identities(made('`orders-${v4()}`')), ['unstable `orders-${v4()}`']);
  });

  it('is that of each producer which a factory makes, as its callers write it', () => {
    const text = `${kafka} const make = (id: string) => kafka.producer({ transactionalId: id });
const suffixed = (id: string) => kafka.producer({ transactionalId: id + '-tx' });
make('a-' + process.env.POD); make('b'); suffixed('c'); suffixed('d');`;
    assert.deepEqual(identities(text), [
      `constant 'b'`,
      `derived 'a-' + process.env.POD`,
      `constant 'c-tx'`,
      `constant 'd-tx'`,
    ]);
  });

  it('is that of each object which makes one for itself, and of one that all share', () => {
    const text = `${kafka} class Bus {
  private producer;
  constructor(id: string) { this.producer = kafka.producer({ transactionalId: id }); }
  begin() { return this.producer.transaction(); }
}
new Bus('a').begin(); new Bus('b').begin();
const shared = () => kafka.producer({ transactionalId: 'all' });
shared().transaction(); shared().transaction();`;
    assert.deepEqual(identities(text), [`constant 'a'`, `constant 'b'`, `constant 'all'`]);
  });

  it('is unknown where nothing shows where it comes from', () => {
    const text = `${kafka} export function make(config: any) { return kafka.producer({ transactionalId: config.id }); }`;
    assert.deepEqual(identities(text), ['unknown config.id']);
  });
});

describe('a call on a producer', () => {
  it('names its topics, and the producer behind a transaction', () => {
    const text = `${kafka}
const producer = kafka.producer({ transactionalId: 'tx' });
export async function work() {
  const transaction = await producer.transaction();
  await transaction.send({ topic: 'copies', messages: [] });
  await transaction.commit();
  await producer.send({ topic: 'plain', messages: [] });
}`;
    assert.deepEqual(calls(text), [
      'begin in transaction  by main.ts:2:18',
      'send in transaction copies by main.ts:2:18',
      'send plain by main.ts:2:18',
    ]);
  });

  it('keeps the text of a topic that does not resolve', () => {
    const text = `${kafka} const producer = kafka.producer();
export const send = (topic: string) => producer.send({ topic, messages: [] });
export const publish = (record: any) => producer.send(record);`;
    assert.deepEqual(calls(text), ['send ‹topic› by main.ts:1:112', 'send ‹record› by main.ts:1:112']);
  });

  it('is told once per use of the wrapper that it stands in', () => {
    const files = {
      'wrapper.ts': `${kafka} const producer = kafka.producer();
export const publish = (topic: string) => producer.send({ topic, messages: [] });`,
      'a.ts': `import { publish } from './wrapper.ts'; publish('first');`,
      'b.ts': `import { publish } from './wrapper.ts'; publish('second'); export const again = () => publish('third');`,
    };
    assert.deepEqual(calls(files), [
      'send first by wrapper.ts:1:112 via publish in a.ts',
      'send second by wrapper.ts:1:112 via publish in b.ts',
      'send third by wrapper.ts:1:112 via publish in b.ts',
    ]);
  });

  it('belongs to the producer that each caller hands over', () => {
    const text = `${kafka} const make = (id: string) => kafka.producer({ transactionalId: id });
const one = make('a');
const two = make('b');
const send = (producer: any, topic: string) => producer.send({ topic, messages: [] });
send(one, 'first'); send(two, 'second');`;
    assert.deepEqual(calls(text), ['send first by main.ts:1:124 "a"', 'send second by main.ts:1:124 "b"']);
  });

  it('knows no producer where only a type is in sight', () => {
    const text = `import type { Producer } from 'some-kafka';
export const send = (producer: Producer) => producer.send({ topic: 'copies', messages: [] });`;
    assert.deepEqual(calls(text), ['send copies by ']);
  });
});
