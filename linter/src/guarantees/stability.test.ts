import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '../default-engine.ts';
import { compareLocks, fails } from './compare-locks.ts';
import { currentUnits, lockOf } from './current-units.ts';
import { explainChanges } from './explain-changes.ts';
import type { Lock } from './lock-schema.ts';
import { lockText } from './lock-text.ts';

type Files = Readonly<Record<string, string>>;

const main = `import { Kafka } from 'kafkajs';
import { Pool } from 'pg';
import { settle } from './settle.ts';

const kafka = new Kafka({ clientId: 'pay', brokers: [] });
const producer = kafka.producer({ transactionalId: 'pay', idempotent: true });

export class Payments {
  readonly #pool = new Pool();

  async start(): Promise<void> {
    const consumer = kafka.consumer({ groupId: 'pay' });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        const order = JSON.parse(String(message.value));
        await this.book(order);
        await settle(order, \`\${topic}-\${partition}-\${message.offset}\`);
        const txn = await producer.transaction();
        await txn.send({ topic: 'paid', messages: [{ value: order.id }] });
        await txn.sendOffsets({ consumerGroupId: 'pay', topics: [{ topic, partitions: [{ partition, offset: String(BigInt(message.offset) + 1n) }] }] });
        await txn.commit();
      },
    });
  }

  async book(order: { id: string }): Promise<void> {
    await this.#pool.query('INSERT INTO bookings (id) VALUES ($1)', [order.id]);
  }
}

export async function mirror(): Promise<void> {
  const consumer = kafka.consumer({ groupId: 'mirror' });
  await consumer.run({ eachMessage: async ({ message }) => void (await producer.send({ topic: 'copies', messages: [message] })) });
}
`;

const files: Files = {
  'src/main.ts': main,
  'src/settle.ts': `import Stripe from 'stripe';
const stripe = new Stripe('');
export async function settle(order: { amount: number }, key: string): Promise<void> {
  await stripe.paymentIntents.create({ amount: order.amount, currency: 'eur' }, { idempotencyKey: key });
}
`,
};

function analysed(workspace: Files) {
  const host = createMemoryHost(workspace);
  const { libraries } = defaultEngine;
  return currentUnits(defaultEngine.analyze({ host, paths: [], libraries, includeTests: false, maxStates: 20_000 }));
}

function lockedText(workspace: Files): string {
  return lockText(lockOf(analysed(workspace)));
}

function changed(edit: (text: string) => string, file = 'src/main.ts'): Files {
  const text = edit(files[file] ?? '');
  assert.notEqual(text, files[file], 'the edit changes nothing');
  return { ...files, [file]: text };
}

describe('the lock', () => {
  const before = lockedText(files);

  it('holds every effect under names that say what it is', () => {
    const names = analysed(files).flatMap(({ symbol, effects }) => [symbol, ...effects.keys()]);
    assert.deepEqual(names, [
      'Payments.start.eachMessage',
      'INSERT INTO bookings in Payments.book',
      'send (paid) in Payments.start.eachMessage',
      'stripe.paymentIntents.create in settle',
      'mirror.eachMessage',
      'send (copies) in mirror.eachMessage',
    ]);
  });

  const edits: Readonly<Record<string, (text: string) => string>> = {
    'lines that move': (text) => `// new\n\n\n${text.replaceAll(';\n', ';\n\n  // so\n')}`,
    'another layout': (text) => text.replaceAll('\n', '\r\n').replaceAll('  ', '\t'),
    'renamed locals': (text) =>
      text
        .replaceAll(/\border\b/g, 'request')
        .replaceAll(/\btxn\b/g, 'tx')
        .replaceAll(/\bconsumer\b(?!\()/g, 'c'),
    'functions in another order': (text) => {
      const at = text.indexOf('export async function mirror');
      const top = text.indexOf('export class');
      return text.slice(0, top) + text.slice(at) + text.slice(top, at);
    },
    'methods in another order': (text) => {
      const [start, book, end] = [
        text.indexOf('  async start'),
        text.indexOf('  async book'),
        text.indexOf('}\n\nexport async function mirror'),
      ];
      return text.slice(0, start) + text.slice(book, end) + text.slice(start, book) + text.slice(end);
    },
    'code that has nothing to do with it': (text) =>
      `${text}\nexport function sum(a: number, b: number): number { return a + b; }\n`,
  };
  for (const [what, edit] of Object.entries(edits)) {
    it(`is the same after ${what}`, () => {
      assert.equal(lockedText(changed(edit)), before);
    });
  }

  it('is the same with other files beside it, in any order', () => {
    const more = {
      'a.ts': 'export const x = 1;',
      ...Object.fromEntries(Object.entries(files).reverse()),
      'z.ts': 'export {};',
    };
    assert.equal(lockedText(more), before);
  });
});

/** What a change of the code does to the first failing effect: the line and the reason. */
function blame(workspace: Files): string {
  const old: Lock = lockOf(analysed(files));
  const current = analysed(workspace);
  const changes = compareLocks(old, lockOf(current));
  assert.ok(changes.some(fails), 'nothing fails');
  const [effect] = explainChanges(changes, current).flatMap(({ effects }) => effects.filter((each) => each.fails));
  assert.ok(effect && effect.trace.length > 0, 'there is no run');
  const [cause] = effect.causes;
  const line = cause?.place === undefined ? '' : ` at ${cause.place.file}:${cause.place.start.line}`;
  return `${effect.effect}: ${effect.before?.guarantee ?? 'new'} → ${effect.after?.guarantee ?? ''}; ${cause?.message ?? effect.reason ?? ''}${line}`;
}

describe('a change that makes something weaker', () => {
  it('is blamed on the line that did it', () => {
    assert.equal(
      blame(changed((text) => text.replace('idempotencyKey: key', 'idempotencyKey: `${Date.now()}`'), 'src/settle.ts')),
      'stripe.paymentIntents.create in settle: effectively-once → at-least-once; its key is another one at each delivery now at src/settle.ts:4',
    );
    assert.equal(
      blame(changed((text) => text.replace(/\n.*sendOffsets.*\n/, '\n'))),
      'send (paid) in Payments.start.eachMessage: exactly-once → at-least-once; the transaction commits without the input offset now at src/main.ts:21',
    );
    assert.equal(
      blame(changed((text) => text.replace('await txn.send(', 'await producer.send('))),
      'send (paid) in Payments.start.eachMessage: exactly-once → at-least-once; it runs outside the Kafka transaction now at src/main.ts:20',
    );
  });

  it('may be a new effect that nobody has agreed to', () => {
    const more = (text: string): string =>
      text.replace(
        'await this.book(order);',
        "await this.book(order);\n await fetch('http://a/b', { method: 'POST' });",
      );
    assert.match(
      blame(changed(more)),
      /^fetch \(http:\/\/a\/b\) in Payments.start.eachMessage: new → at-least-once; some run/,
    );
  });
});
