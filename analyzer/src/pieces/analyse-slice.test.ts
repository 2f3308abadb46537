import assert from 'node:assert/strict';
import { TRANSITIONS } from '../explore/transitions.ts';
import { createMemoryHost, overlayHost } from '../program/memory-host.ts';
import { openSliceSession } from '../program/slice-session.ts';
import { testStubs } from '../testing/library-stubs.ts';
import { analyseSlice, type AnalysedSlice } from './analyse-slice.ts';
import type { Judging } from './judge-site.ts';

const handler = (group: string, helper: string): string => `
  import { Kafka } from 'some-kafka';
  import { ${helper} } from './${helper}';
  const kafka = new Kafka();
  const consumer = kafka.consumer({ groupId: '${group}' });
  export async function start(): Promise<void> {
    await consumer.subscribe({ topic: 'orders' });
    await consumer.run({ eachMessage: async ({ message }) => { await ${helper}(message); } });
  }
`;

const helper = (name: string): string => `
  import { Bank } from 'some-sinks';
  import type { Order } from './order';
  const bank = new Bank();
  const label = (order?: Order): string => 'paid';
  export async function ${name}(order: unknown): Promise<void> {
    await bank.charge({ note: label() });
  }
`;

const files = {
  'billing.ts': handler('billing', 'charge'),
  'shipping.ts': handler('shipping', 'ship'),
  'charge.ts': helper('charge'),
  'ship.ts': helper('ship'),
  'order.ts': 'export interface Order { id: string }\n',
  'elsewhere.ts': 'export const answer = 42;\n',
};

type Told = (file: string, topic: string) => string;

/** Types in some files, one after the other, and says after each which handlers were judged. */
function typing(
  sources: Readonly<Record<string, string>> = files,
  told: Told = (file) => file,
): (name: string, text: string) => readonly string[] {
  const disk = createMemoryHost(sources);
  const open = openSliceSession();
  let overlay = new Map<string, string>();
  let known: AnalysedSlice | undefined;
  const analyse = (): readonly string[] => {
    const judged: string[] = [];
    const judging: Judging = {
      limits: { faults: 1, states: 1000, transitions: TRANSITIONS },
      watch: (_, { unit }) => void judged.push(told(unit.place.file, unit.name)),
    };
    const host = overlayHost(disk, overlay);
    const linked = open({ host, paths: [], libraries: testStubs, includeTests: false, disk: 1 });
    if (known?.linked !== linked) known = analyseSlice(linked, judging, known);
    return judged;
  };
  assert.ok(analyse().length > 0);
  return (name, text) => {
    overlay = new Map([...overlay, [`/workspace/${name}`, text]]);
    return analyse();
  };
}

describe('what a change makes necessary', () => {
  it('is the handler that it is made in', () => {
    const type = typing();
    assert.deepEqual(type('billing.ts', files['billing.ts'].replace('start()', 'begin()')), ['billing.ts']);
    assert.deepEqual(type('shipping.ts', `\n${files['shipping.ts']}`), ['shipping.ts']);
  });

  it('is whoever runs the function that it is made in', () => {
    const type = typing();
    const twice = files['charge.ts'].replace('await bank', 'await bank.charge({}); await bank');
    assert.deepEqual(type('charge.ts', twice), ['billing.ts']);
  });

  it('is nothing for a file that Kafka does not reach', () => {
    const type = typing();
    assert.deepEqual(type('elsewhere.ts', 'export const answer = 43;\n'), []);
    assert.deepEqual(type('elsewhere.ts', 'not even a program ('), []);
  });

  it('is who speaks of the type that it is made in, and not who imports another one of that file', () => {
    const type = typing();
    assert.deepEqual(type('order.ts', `${files['order.ts']}export interface Draft { text: string }\n`), []);
    assert.deepEqual(type('order.ts', files['order.ts'].replace('string', 'number')), ['billing.ts', 'shipping.ts']);
  });

  it('is a handler that commits nothing, when somebody begins or ends to commit for it', () => {
    const type = typing();
    const plain = handler('shipping', 'ship').replace('{ eachMessage', '{ autoCommit: false, eachMessage');
    const commits = (group: string): string =>
      `${files['billing.ts']}\nconst t = await kafka.producer().transaction(); await t.sendOffsets({ consumerGroupId: '${group}' });`;
    type('shipping.ts', plain);
    // The same answer, from another text.
    assert.deepEqual(type('billing.ts', commits('billing')), ['billing.ts']);
    assert.deepEqual(type('billing.ts', commits('billing').replace('start()', 'begin()')), ['billing.ts']);
    assert.deepEqual(type('billing.ts', commits('shipping')), ['billing.ts', 'shipping.ts']);
    assert.deepEqual(type('billing.ts', commits('shipping').replace('start()', 'begin()')), ['billing.ts']);
    assert.deepEqual(type('billing.ts', files['billing.ts']), ['billing.ts', 'shipping.ts']);
  });

  it('is whoever asked who calls a function, when somebody new calls it', () => {
    const type = typing();
    const calling = `${files['shipping.ts']}\nimport { charge } from './charge';\ncharge({});\n`;
    const judged = type('shipping.ts', calling);
    assert.ok(judged.includes('shipping.ts'));
    assert.deepEqual(type('shipping.ts', calling), []);
  });
});

describe('what a change within a file makes necessary', () => {
  const both = `
    import { Kafka } from 'some-kafka';
    import { Bank } from 'some-sinks';
    const kafka = new Kafka();
    const bank = new Bank();
    export class Orders {
      private readonly consumer = kafka.consumer({ groupId: 'orders' });
      async start() {
        await this.consumer.run({ eachMessage: this.handle });
      }
      async handle() {
        await charge('order');
      }
    }
    export class Refunds {
      private readonly consumer = kafka.consumer({ groupId: 'refunds' });
      async start() {
        await this.consumer.run({ eachMessage: this.refund });
      }
      async refund() {
        await charge('refund');
        await this.note();
      }
      private async note() {
        console.log('refunded');
      }
    }
    async function charge(note: string) {
      await bank.charge({ note });
    }
  `;
  const name: Told = (_, handler) => handler;
  const change = (from: string, to: string): readonly string[] =>
    typing({ 'both.ts': both }, name)('both.ts', both.replace(from, to));

  it('is the handler that somebody types in', () => {
    assert.deepEqual(change("charge('order')", "charge('orders')"), ['handle']);
    assert.deepEqual(change("charge('refund')", "charge('refunds')"), ['refund']);
  });

  it('is whoever runs the function that somebody types in', () => {
    assert.deepEqual(change("console.log('refunded')", "await bank.charge({ note: '' })"), ['refund']);
    assert.deepEqual(change('charge({ note })', 'charge({ note: note })'), ['handle', 'refund']);
  });

  it('is whoever runs a function with nothing in it, when somebody begins to type in it', () => {
    const empty = both.replace("console.log('refunded');", '// nothing');
    assert.ok(empty.includes('// nothing'));
    const type = typing({ 'both.ts': empty }, name);
    assert.deepEqual(type('both.ts', empty.replace('// nothing', "throw new Error('no')")), ['refund']);
    assert.deepEqual(type('both.ts', empty), ['refund']);
  });

  it('is everything in the file when lines move, or what others see is different', () => {
    assert.deepEqual(change("'order');", "'order');\n"), ['handle', 'refund']);
    assert.deepEqual(change("groupId: 'orders'", "groupId: 'order'"), ['handle', 'refund']);
    assert.deepEqual(change("await charge('order')", "return charge('order')"), ['handle', 'refund']);
  });

  it('is whoever asks what is assigned to a field, when somebody begins to assign to it', () => {
    const fields = both.replace('private async note', "private label = 'a';\n      private async note");
    const asking = fields.replace("charge('refund')", 'charge(this.label)');
    const type = typing({ 'both.ts': asking }, name);
    const assigning = asking.replace("console.log('refunded')", "this.label = 'b'");
    assert.deepEqual(type('both.ts', assigning), ['refund']);
    assert.deepEqual(type('both.ts', assigning.replace("charge('order')", "charge('orders')")), ['handle']);
  });
});

describe('another release of a Kafka library', () => {
  it('has every handler judged again, and the same one none', () => {
    const open = openSliceSession();
    let known: AnalysedSlice | undefined;
    const judgedWith = (version: string, disk: number): readonly string[] => {
      const judged: string[] = [];
      const judging: Judging = {
        limits: { faults: 1, states: 1000, transitions: TRANSITIONS },
        watch: (_, { unit }) => void judged.push(unit.place.file),
      };
      const host = createMemoryHost({
        ...files,
        'package.json': '{ "dependencies": { "some-kafka": "*" } }',
        'package-lock.json': `{ "packages": { "node_modules/some-kafka": { "version": "${version}" } } }`,
      });
      const linked = open({ host, paths: [], libraries: testStubs, includeTests: false, disk });
      known = analyseSlice(linked, judging, known);
      return judged;
    };
    assert.deepEqual(judgedWith('2.0.0', 1), ['billing.ts', 'shipping.ts']);
    assert.deepEqual(judgedWith('2.1.0', 2), []);
    assert.deepEqual(judgedWith('3.0.0', 3), ['billing.ts', 'shipping.ts']);
  });
});
