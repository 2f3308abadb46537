import assert from 'node:assert/strict';
import { effectsOf, mapped } from '../testing/mapped.ts';
import type { Unknown } from './delivery-map.ts';

const program = (body: string, top = '', topic = `'orders'`): string => `import { Kafka } from 'kafkajs';
import axios from 'axios';
${top}
const kafka = new Kafka({ brokers: [] });
const consumer = kafka.consumer({ groupId: 'billing' });
await consumer.subscribe({ topic: ${topic} });
await consumer.run({ eachMessage: async ({ message }) => { ${body} } });
`;

function unknownsOf(text: string): readonly Unknown[] {
  return mapped({ 'main.ts': text }).map.unknowns;
}

function shown({ kind, what, consequence }: Unknown): string {
  return `${kind}: ${what}: ${consequence}`;
}

describe('what the map does not know', () => {
  it('is nothing where everything was followed', () => {
    assert.deepEqual(unknownsOf(program('console.log(message.key);')), []);
  });

  it('is a topic that did not resolve, and what one is taken for', () => {
    assert.deepEqual(unknownsOf(program('', '', 'process.env.TOPIC')).map(shown), [
      'read-topic: process.env.TOPIC: the consumer is joined to nobody who writes its topic',
    ]);
    assert.deepEqual(unknownsOf(program('', '', `process.env.TOPIC ?? 'orders'`)).map(shown), [
      `read-topic: process.env.TOPIC ?? 'orders': taken for "orders"`,
    ]);
  });

  it('is a topic that callers hand over, which no default says', () => {
    const listen = `const other = kafka.consumer({ groupId: 'other' });
export async function listen(topic: string) { await other.subscribe({ topic: topic + '.v1' }); }`;
    const [unknown] = unknownsOf(program('') + listen);
    assert.equal(unknown?.what, "topic + '.v1'");
    assert.match(unknown.remedy.words, /^The callers of the function say what it is\. Pass a constant there/);
    assert.deepEqual(unknownsOf(`${program('')}${listen}\nawait listen('orders');`), []);
  });

  it('is a group that is one of several, and none that its callers tell apart', () => {
    const made = (consumer: string): string => `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
const create = (group: string) => kafka.consumer({ groupId: 'acme-' + group });
for (const group of ['a', 'b']) {
  const consumer = ${consumer};
  await consumer.subscribe({ topic: 'orders' });
  await consumer.run({ eachMessage: async ({ message }) => { console.log(message.key); } });
}`;
    assert.deepEqual(unknownsOf(made('create(group)')).map(shown), [
      `group-id: 'acme-' + group: it is one of "acme-a", "acme-b"; which consumer has which is not told apart`,
    ]);
    assert.deepEqual(unknownsOf(`${made(`create('a')`)}\nexport const more = (name: string) => create(name);`), []);
  });

  it('is what the map can not say of a topic that nobody is seen to write', () => {
    const send = (topic: string): string => `const producer = kafka.producer();
export const publish = (topic: string) => producer.send({ topic: ${topic}, messages: [] });`;
    const isOutOfSight = (text: string): boolean | undefined => mapped({ 'main.ts': text }).map.sendsOutOfSight;
    assert.equal(isOutOfSight(program('') + send('topic')), true);
    assert.equal(isOutOfSight(program('') + send(`process.env.TOPIC ?? 'orders'`)), undefined);
  });

  it('is a write of which nobody knows whether it may be repeated', () => {
    const [unknown] = unknownsOf(program('await axios.request(JSON.parse(String(message.value)));'));
    assert.equal(unknown?.kind, 'effect');
    assert.equal(unknown.remedy.snippet, '/** @eos idempotent */');
  });

  it('is a unit that was not explored completely', () => {
    const { map } = mapped({ 'main.ts': program(`await axios.post('https://bank.test', message.value);`) }, 1);
    assert.equal(map.unknowns[0]?.kind, 'bound');
    assert.equal(map.pipelines[0]?.complete, false);
  });

  it('is a handler out of sight', () => {
    const text = program('').replace(/run\(\{.*\}\);/, 'run(globalThis.options);');
    assert.deepEqual(
      unknownsOf(text).map(({ kind }) => kind),
      ['handler'],
    );
  });

  it('is logging at the end, once per package', () => {
    const top = `import pino from 'pino'; const logger = pino(); import { send } from '@house/mail';`;
    const body = 'logger.info(message.key); logger.error(message.key); send(message.key);';
    assert.deepEqual(
      unknownsOf(program(body, top)).map(({ kind, what, sites }) => [kind, what, sites.length]),
      [
        ['call', 'send (@house/mail)', 1],
        ['logging', 'pino', 2],
      ],
    );
  });
});

/** The text to paste is what a user would rely on: each one is pasted here, and has to do what it says. */
describe('the text that tells the tool', () => {
  const told = (
    body: string,
    top: string,
  ): { readonly before: readonly string[]; readonly after: readonly string[]; readonly left: readonly Unknown[] } => {
    const main = program(body, top);
    const { map } = mapped({ 'main.ts': main });
    const snippet = map.unknowns.find(({ kind }) => kind === 'call')?.remedy.snippet;
    assert.ok(snippet?.startsWith('declare module'), snippet ?? 'nothing to paste');
    const after = mapped({ 'main.ts': main, 'kafka-eos.d.ts': `${snippet}\n` }).map;
    return { before: effectsOf(map), after: effectsOf(after), left: after.unknowns };
  };

  const cases: readonly (readonly [title: string, top: string, body: string])[] = [
    ['a function', `import { send } from '@house/mail';`, 'await send(message.key);'],
    ['a default function', `import send from '@house/mail';`, 'await send(message.key);'],
    ['a member of a module', `import * as mail from '@house/mail';`, 'await mail.send(message.key);'],
    [
      'a class',
      `import { Mailer } from '@house/mail'; const mailer = new Mailer();`,
      'await mailer.send(message.key);',
    ],
    [
      'a default class',
      `import Mailer from '@house/mail'; const mailer = new Mailer('x');`,
      'await mailer.send(message.key);',
    ],
    ['an object', `import { mailer } from '@house/mail';`, 'await mailer.send(message.key);'],
    ['a default object', `import mailer from '@house/mail';`, 'await mailer.send(message.key);'],
    [
      'what a factory makes',
      `import { createMailer } from '@house/mail'; const mailer = createMailer({ retries: 3 });`,
      'await mailer.send(message.key);',
    ],
    [
      'what a default factory makes',
      `import mail from '@house/mail'; const mailer = await mail();`,
      'await mailer.send(message.key);',
    ],
    [
      'the end of a chain',
      `import { Mailer } from '@house/mail'; const mailer = new Mailer();`,
      `await mailer.template('receipt').render(message.key);`,
    ],
    [
      'what an object makes',
      `import { mail } from '@house/mail'; const receipt = mail.template({ id: mail.string() });`,
      'await receipt.render(message.key);',
    ],
    ['a member of an object', `import mail from '@house/mail';`, 'await mail.client.send(message.key);'],
    [
      'a method that was taken out',
      `import { createMailer } from '@house/mail'; const { send } = createMailer();`,
      'await send(message.key);',
    ],
  ];
  for (const [title, top, body] of cases) {
    it(`describes ${title} of a package`, () => {
      const { before, after, left } = told(body, top);
      assert.deepEqual(before, []);
      assert.deepEqual(left, []);
      assert.equal(after.length, 1);
      assert.match(after[0] ?? '', /^outside at-least-once /);
    });
  }

  it('describes all that is called of a package at once', () => {
    const top = `import { Mailer, mail } from '@house/mail'; const mailer = new Mailer();`;
    const body = `await mailer.send(message.key); await mailer.template('x').render(message.key);
      await Mailer.now(message.key); await mail(message.key); await mail.later(message.key);`;
    const { after, left } = told(body, top);
    assert.deepEqual(left, []);
    assert.deepEqual(after.length, 5);
  });

  it('is a tag of the user’s own function where no declaration would be resolved', () => {
    const top = `import { sign } from '@house/mail'; import * as mail from '@house/queue';`;
    const unknowns = unknownsOf(program(`await sign('key')(message.key); new mail()(message.key);`, top));
    assert.deepEqual(
      unknowns.map(({ remedy }) => remedy.snippet),
      unknowns.map(() => '/** @eos write http non-idempotent */'),
    );
    assert.equal(unknowns.length, 2);
  });

  for (const [title, top, wrapped] of [
    ['a function', `import { withTracing } from '@house/trace';`, 'withTracing(handle)'],
    ['a method', `import { Tracer } from '@house/trace'; const t = new Tracer();`, `t.wrap(handle, 'orders')`],
    ['a variable', `import trace from '@house/trace'; const traced = trace(handle);`, 'traced'],
  ] as const) {
    it(`sees the handler through ${title} of a package`, () => {
      const fn = `async function handle({ message }: any) { await axios.post('https://bank.test', message.value); }`;
      const main = program('', `${top}\n${fn}`).replace(/run\(\{.*\}\);/, `run({ eachMessage: ${wrapped} });`);
      const { map } = mapped({ 'main.ts': main });
      assert.deepEqual([map.unknowns.map(({ kind }) => kind), effectsOf(map)], [['handler'], []]);
      const after = mapped({ 'main.ts': main, 'kafka-eos.d.ts': map.unknowns[0]?.remedy.snippet ?? '' }).map;
      assert.deepEqual([after.unknowns, effectsOf(after)], [[], ['outside at-least-once axios.post']]);
    });
  }

  it('vouches for a function of the user', () => {
    const fn = 'async function put(value: any) { await axios.request(JSON.parse(String(value))); }';
    const main = (comment: string): string => program('await put(message.value);', `${comment}\n${fn}`);
    assert.deepEqual(effectsOf(mapped({ 'main.ts': main('') }).map), ['outside unknown axios.request']);
    const { map } = mapped({ 'main.ts': main('/** @eos idempotent */') });
    assert.deepEqual(map.unknowns, []);
    assert.deepEqual(effectsOf(map), ['outside effectively-once axios.request']);
  });

  it('describes a function of the user', () => {
    const fn = 'async function put(value: any) { await (globalThis as any).bridge(value); }';
    const main = (comment: string): string => program('await put(message.value);', `${comment}\n${fn}`);
    const [unknown] = mapped({ 'main.ts': main('') }).map.unknowns;
    assert.equal(unknown?.kind, 'call');
    const { map } = mapped({ 'main.ts': main(unknown.remedy.snippet ?? '') });
    assert.deepEqual(effectsOf(map), ['outside at-least-once put']);
  });
});
