import assert from 'node:assert/strict';
import { deliveryOf, type Files } from '../testing/workspace-of.ts';

/** What each handler reads, in which group, and in whose use. */
function inputs(files: Files): readonly string[] {
  return deliveryOf(files)
    .inputs.map(({ topics, unresolved, groupId, groupWritten, usedAt }) => {
      const names = [...topics, ...unresolved.map(({ text }) => `‹${text}›`)].join('|');
      const group = groupId ?? (groupWritten === undefined ? '-' : `‹${groupWritten.text}›`);
      return `${names} in ${group}${usedAt === undefined ? '' : ` via ${usedAt.text} in ${usedAt.place.file}`}`;
    })
    .sort();
}

const kafka = `import { Kafka } from 'some-kafka'; const kafka = new Kafka();`;
const run = `await consumer.run({ eachMessage: async ({ message }) => { console.log(message.key); } });`;

describe('what a handler reads', () => {
  it('is what its consumer subscribes to', () => {
    const text = `${kafka} const consumer = kafka.consumer({ groupId: 'billing' });
      await consumer.subscribe({ topics: ['orders', 'returns'] }); ${run}`;
    assert.deepEqual(inputs(text), ['orders|returns in billing']);
  });

  it('keeps what does not resolve as it is written, beside what it is by default', () => {
    const text = `${kafka} const consumer = kafka.consumer({ groupId: process.env.GROUP });
      await consumer.subscribe({ topic: process.env.TOPIC ?? 'orders' }); ${run}`;
    assert.deepEqual(inputs(text), [`orders|‹process.env.TOPIC ?? 'orders'› in ‹process.env.GROUP›`]);
  });

  it('is what a name is made of by default', () => {
    const text = `${kafka} const prefix = process.env.PREFIX ?? 'acme'; const named = (name: string) => prefix + '.' + name;
      const consumer = kafka.consumer({ groupId: 'billing' });
      await consumer.subscribe({ topic: named('orders') }); ${run}`;
    assert.deepEqual(inputs(text), [`acme.orders|‹named('orders')› in billing`]);
  });

  it('names the options that a group may be in, where they are out of sight', () => {
    const text = `${kafka} const consumer = kafka.consumer(globalThis.options);
      await consumer.subscribe({ topic: 'orders' }); ${run}`;
    assert.deepEqual(inputs(text), ['orders in ‹globalThis.options›']);
  });

  it('is told apart by the uses of a wrapper function', () => {
    const files = {
      'wrapper.ts': `${kafka}
        export async function listen(topic: string, groupId: string) {
          const consumer = kafka.consumer({ groupId });
          await consumer.subscribe({ topic });
          ${run}
        }`,
      'a.ts': `import { listen } from './wrapper.ts'; await listen('orders', 'billing');`,
      'b.ts': `import { listen } from './wrapper.ts'; await listen('returns', 'stock');`,
    };
    assert.deepEqual(inputs(files), ['orders in billing via listen in a.ts', 'returns in stock via listen in b.ts']);
  });

  it('is told apart by the objects of a wrapper class', () => {
    const files = {
      'wrapper.ts': `${kafka}
        export class Listener {
          constructor(private readonly topic: string) {}
          async start() {
            const consumer = kafka.consumer({ groupId: 'all' });
            await consumer.subscribe({ topic: this.topic });
            ${run}
          }
        }`,
      'a.ts': `import { Listener } from './wrapper.ts'; await new Listener('orders').start();`,
      'b.ts': `import { Listener } from './wrapper.ts'; await new Listener('returns').start();`,
    };
    assert.deepEqual(inputs(files), [
      'orders in all via new Listener.start in a.ts',
      'returns in all via new Listener.start in b.ts',
    ]);
  });

  describe('where one factory makes several consumers', () => {
    const bus = `${kafka}
      export class Bus {
        private readonly consumers = new Map();
        async consumer(groupId: string) {
          const existing = this.consumers.get(groupId);
          if (existing) return existing;
          const consumer = kafka.consumer({ groupId });
          this.consumers.set(groupId, consumer);
          return consumer;
        }
      }`;
    const service = (fields: string, body: string, name = 'Service'): string => `
      import { Bus } from './bus.ts';
      export class ${name} {
        ${fields}
        constructor(private readonly bus: Bus, private readonly groupId: string) {}
        async onModuleInit() { ${body} }
      }`;

    it('is what the same variable subscribes to', () => {
      const two = `
        const shared = await this.bus.consumer(this.groupId);
        await shared.subscribe({ topic: 'orders' });
        ${run.replace('consumer', 'shared')}
        const own = await this.bus.consumer(this.groupId);
        await own.subscribe({ topic: 'returns' });
        ${run.replace('consumer', 'own')}`;
      assert.deepEqual(inputs({ 'bus.ts': bus, 'service.ts': service('', two) }), [
        'orders in ‹groupId›',
        'returns in ‹groupId›',
      ]);
    });

    it('is what the same field subscribes to', () => {
      const one = (topic: string): string => `
        this.held = await this.bus.consumer(this.groupId);
        await this.held.subscribe({ topic: '${topic}' });
        ${run.replace('consumer', 'this.held')}`;
      const files = {
        'bus.ts': bus,
        'a.ts': service('private held: any;', one('orders'), 'A'),
        'b.ts': service('private held: any;', one('returns'), 'B'),
      };
      assert.deepEqual(inputs(files), ['orders in ‹groupId›', 'returns in ‹groupId›']);
    });

    it('is in the group that it was made with', () => {
      const one = (name: string, topic: string): string => `const ${name} = make('${name}');
        await ${name}.subscribe({ topic: '${topic}' });
        ${run.replace('consumer', name)}`;
      const text = `${kafka} const make = (group: string) => kafka.consumer({ groupId: \`acme-\${group}\` });
        ${one('one', 'orders')} ${one('two', 'returns')}`;
      assert.deepEqual(inputs(text), ['orders in acme-one', 'returns in acme-two']);
    });

    it('is what the factory subscribes it to, for that one', () => {
      const text = `${kafka} async function make(groupId: string, topic: string) {
          const consumer = kafka.consumer({ groupId });
          await consumer.subscribe({ topic });
          return consumer;
        }
        const one = await make('a', 'orders'); ${run.replace('consumer', 'one')}
        const two = await make('b', 'returns'); ${run.replace('consumer', 'two')}`;
      assert.deepEqual(inputs(text), ['orders in a', 'returns in b']);
    });

    it('is all that they subscribe to, where a method hands out one that it made before', () => {
      const text = `${kafka} class Lazy {
          private made: any;
          get(group: string) { if (!this.made) this.made = kafka.consumer({ groupId: group }); return this.made; }
        }
        const lazy = new Lazy();
        await lazy.get('all').subscribe({ topic: 'orders' });
        await lazy.get('all').run({ eachMessage: async ({ message }) => { console.log(message.key); } });`;
      assert.deepEqual(inputs(text), ['orders in all']);
    });

    it('has the expression of its group, where one call makes several', () => {
      const text = `${kafka} for (const { group, topic } of [{ group: 'a', topic: 'x' }, { group: 'b', topic: 'y' }]) {
          const consumer = kafka.consumer({ groupId: group });
          await consumer.subscribe({ topic });
          ${run}
        }`;
      assert.deepEqual(inputs(text), ['x|y in ‹group›']);
    });

    it('is all that any name of it subscribes to, where it is handed on', () => {
      const handed = `
        const consumer = await this.bus.consumer(this.groupId);
        await consumer.subscribe({ topic: 'orders' });
        this.held = consumer;
        await this.held.subscribe({ topic: 'returns' });
        ${run}`;
      const files = { 'bus.ts': bus, 'service.ts': service('private held: any;', handed) };
      assert.deepEqual(inputs(files), ['orders|returns in ‹groupId›']);
    });
  });
});
