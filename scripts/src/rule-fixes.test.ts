import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { defaultEngine } from '@kafka-eos/linter/default-engine';
import { fix } from '@kafka-eos/linter/session';

/** A handler that charges a card, around what differs. */
function program(payload: string, statements: string): string {
  return [
    `import { randomUUID } from 'node:crypto';`,
    `import { Kafka } from 'kafkajs';`,
    `import Stripe from 'stripe';`,
    `const stripe = new Stripe('key');`,
    `const consumer = new Kafka({ brokers: ['localhost:9092'] }).consumer({ groupId: 'rents' });`,
    `await consumer.run({ eachMessage: async (${payload}) => {`,
    `  ${statements}`,
    `} });`,
  ].join('\n');
}

/** The text of a program once every fix is applied that holds. */
function fixed(text: string): string {
  const host = createMemoryHost({ 'main.ts': text });
  const settings = { preset: 'recommended', rules: new Map<string, never>() } as const;
  const request = { host, paths: [host.root], includeTests: false, maxStates: 20_000, settings, withFixes: false };
  const { files } = fix(request, 'unsafe', defaultEngine);
  const [file] = files;
  return file === undefined ? text : new TextDecoder().decode(file.after);
}

const charge = (key: string): string => `await stripe.charges.create({ amount: 1, currency: 'eur' }, { ${key} });`;
const position = '`${topic}-${partition}-${message.offset}`';

describe('the fixes of rules', () => {
  it('put the position of the message in the place of an unstable key', () => {
    assert.equal(
      fixed(program('{ topic, partition, message }', charge('idempotencyKey: /* new */ randomUUID()'))),
      program('{ topic, partition, message }', charge(`idempotencyKey: /* new */ ${position}`)),
    );
  });

  it('keep the name of a shorthand property', () => {
    const key = 'const idempotencyKey = randomUUID(); ';
    assert.equal(
      fixed(program('{ topic, partition, message }', key + charge('idempotencyKey'))),
      program('{ topic, partition, message }', key + charge(`idempotencyKey: ${position}`)),
    );
  });

  it('offer nothing where the position is out of sight', () => {
    const text = program('{ message }', charge('idempotencyKey: `${String(message.key)}-${randomUUID()}`'));
    assert.equal(fixed(text), text);
  });

  it('move an option to the call that takes it', () => {
    const kafka = `const consumer = new Kafka({ brokers: [] }).consumer`;
    const handler = 'eachMessage: async ({ message }) => console.info(String(message.key))';
    const head = `import { Kafka } from 'kafkajs';`;
    assert.equal(
      fixed([head, `${kafka}({ groupId: 'a', autoCommit: true });`, `await consumer.run({ ${handler} });`].join('\n')),
      [head, `${kafka}({ groupId: 'a' });`, `await consumer.run({ autoCommit: true, ${handler} });`].join('\n'),
    );
  });

  it('move an option into the block beside it, and make the block where there is none', () => {
    const head = `import { KafkaJS } from '@confluentinc/kafka-javascript';\nconst kafka = new KafkaJS.Kafka();`;
    assert.equal(
      fixed(`${head}\nkafka.producer({ 'linger.ms': 5, idempotent: true });`),
      `${head}\nkafka.producer({ kafkaJS: { idempotent: true }, 'linger.ms': 5 });`,
    );
    assert.equal(
      fixed(`${head}\nkafka.producer({ idempotent: true, kafkaJS: { acks: -1 } });`),
      `${head}\nkafka.producer({ kafkaJS: { idempotent: true, acks: -1 } });`,
    );
  });

  it('wait for what is no promise by what makes one of it, and import that', () => {
    const nest = (imports: readonly string[], statements: readonly string[]): string =>
      [
        `import { ClientKafka, EventPattern, Payload } from '@nestjs/microservices';`,
        ...imports,
        'export class Orders {',
        '  constructor(private readonly client: ClientKafka) {}',
        `  @EventPattern('orders') async on(@Payload() order: { id: string }): Promise<void> {`,
        ...statements,
        '  } }',
      ].join('\n');
    const waiting = (name: string): readonly string[] => [
      `await ${name}(this.client.emit('a', order));`,
      `await ${name}(this.client.emit('b', order));`,
      `await ${name}(this.client.emit('c', order));`,
    ];
    const before = [
      `this.client.emit('a', order);`,
      `await this.client.emit('b', order);`,
      `void this.client.emit('c', order);`,
    ];
    const imports: readonly (readonly [before: string, after: string, name?: string])[] = [
      [`import { map } from 'rxjs';`, `import { map, lastValueFrom } from 'rxjs';`],
      [`import { v4 } from "uuid"`, `import { v4 } from "uuid"\nimport { lastValueFrom } from "rxjs"`],
      [`import { lastValueFrom as last } from 'rxjs';`, `import { lastValueFrom as last } from 'rxjs';`, 'last'],
    ];
    for (const [old, current, name = 'lastValueFrom'] of imports) {
      assert.equal(fixed(nest([old], before)), nest([current], waiting(name)));
    }
    const taken = nest(['const lastValueFrom = String;'], before);
    assert.equal(fixed(taken), taken);
  });
});
