import assert from 'node:assert/strict';
import { handlerFile, inspected, inspectedInHandler, knowledgeOf, unitOf } from '../testing/workspace-of.ts';
import type { Stability } from '../facts/key.ts';
import type { Provenance } from './provenance.ts';
import { provenanceOf } from './stability.ts';

type Case = readonly [expression: string, expected: Stability, before?: string, top?: string];

const stable: readonly Case[] = [
  ['message.offset', 'stable'],
  ['message.key', 'stable'],
  ['message.key?.toString()', 'stable'],
  ['message.timestamp', 'stable'],
  ['message.headers["id"]', 'stable'],
  ['`${topic}-${partition}-${message.offset}`', 'stable'],
  ['topic + ":" + message.offset', 'stable'],
  ['JSON.parse(message.value.toString()).order.id', 'stable'],
  ['JSON.parse(message.value!.toString() as string)["id"]', 'stable'],
  ['order.id', 'stable', 'const order = JSON.parse(message.value.toString());'],
  ['id', 'stable', 'const { order: { id } } = JSON.parse(message.value.toString());'],
  ['key', 'stable', 'const order = JSON.parse(message.value.toString()); const { id: key = "none" } = order;'],
  ['[topic, message.offset].join(":")', 'stable'],
  ['{ id: message.offset, kind: "order" }', 'stable'],
  ['[...parts, message.offset]', 'stable', 'const parts = ["a"];'],
  ['new Date(message.timestamp)', 'stable'],
  ['new Date(message.timestamp).toISOString()', 'stable'],
  ['v5(message.key, NAMESPACE)', 'stable', '', 'const NAMESPACE = "6ba7b810";'],
  ['createHash("sha256").update(message.value).digest("hex")', 'stable'],
  ['hash.digest()', 'stable', 'const hash = createHash("md5"); hash.update(message.value);'],
  [
    'hash.digest()',
    'stable',
    'const hash = createHash("md5"); for (const part of [topic, message.offset]) { hash.update(part); }',
  ],
  ['message.key ?? message.offset', 'stable'],
  ['message.key ? message.key : message.offset', 'stable'],
  ['keyOf(message)', 'stable', '', 'const keyOf = (m: any) => `k-${m.offset}`;'],
  ['keyOf(message)', 'stable', '', 'function keyOf({ offset }: any) { return offset; }'],
  ['keyOf(message)', 'stable', '', 'function keyOf(m: any, prefix = "order") { return `${prefix}-${m.offset}`; }'],
  ['ids.of(message)', 'stable', '', 'class Ids { of(m: any) { return m.offset; } } const ids = new Ids();'],
  ['order.id', 'stable', 'const order = { id: message.offset, at: Date.now() };'],
  ['message[field]', 'stable', 'const field = "offset";'],
  ['key', 'stable', 'let key; key = message.offset;'],
  ['Number(message.offset) + 1', 'stable'],
  ['order.items[0].id', 'stable', 'const order = JSON.parse(message.value.toString());'],
  ['frozen.id', 'stable', 'const frozen = Object.freeze({ id: message.offset, at: v4() });'],
  ['parts[0]', 'stable', 'const parts = [message.offset, "a"];'],
  ['of()', 'stable', 'const of = () => message.offset;'],
  ['of().id', 'stable', 'const of = () => { const order = { at: v4(), id: message.offset }; return order; };'],
  ['await keyOf(message)', 'stable', '', 'const keyOf = async (m: any) => m.offset;'],
  [
    'ids.of(message)',
    'stable',
    '',
    'class Ids { readonly prefix = "order"; of(m: any) { return `${this.prefix}-${m.offset}`; } } const ids = new Ids();',
  ],
];

const unstable: readonly Case[] = [
  ['v4()', 'unstable'],
  ['randomUUID()', 'unstable'],
  ['Math.random()', 'unstable'],
  ['Date.now()', 'unstable'],
  ['new Date()', 'unstable'],
  ['new Date().toISOString()', 'unstable'],
  ['`${message.offset}-${Date.now()}`', 'unstable'],
  ['process.pid', 'unstable'],
  ['`${process.pid}:${message.offset}`', 'unstable'],
  ['counter++', 'unstable', '', 'let counter = 0;'],
  ['++counter', 'unstable', '', 'let counter = 0;'],
  ['`${message.offset}-${counter}`', 'unstable', 'counter += 1;', 'let counter = 0;'],
  ['`${message.offset}-${attempt}`', 'unstable', 'let attempt = 0; while (unseen(attempt)) { attempt++; }'],
  ['v5(String(Date.now()), NAMESPACE)', 'unstable', '', 'const NAMESPACE = "6ba7b810";'],
  ['id', 'unstable', 'const id = v4();'],
  ['id', 'unstable', 'const { id } = { id: v4() };'],
  ['order.at', 'unstable', 'const order = { id: message.offset, at: Date.now() };'],
  ['message.key ?? v4()', 'unstable'],
  ['order', 'unstable', 'const order = { ...JSON.parse(message.value.toString()), id: v4() };'],
  ['keyOf(message)', 'unstable', '', 'const keyOf = (m: any) => `${m.offset}-${v4()}`;'],
  ['keyOf()', 'unstable', '', 'function keyOf(id = v4()) { return id; }'],
  ['ids.next()', 'unstable', '', 'class Ids { #last = 0; next() { return this.#last++; } } const ids = new Ids();'],
  ['ids.run', 'unstable', '', 'class Ids { run = randomUUID(); } const ids = new Ids();'],
  ['Ids.run', 'unstable', '', 'class Ids { static run = randomUUID(); }'],
  [
    'ids.of(message)',
    'unstable',
    '',
    'class Ids { #run = v4(); of(m: any) { return `${this.#run}-${m.offset}`; } } const ids = new Ids();',
  ],
  ['RUN', 'unstable', '', 'const RUN = v4();'],
  ['new Date(Date.now())', 'unstable'],
  ['process.env.ID || v4()', 'unstable'],
  ['id', 'unstable', 'let id: any = message.key; if (!id) id = v4();'],
  ['second', 'unstable', 'const [first, second] = [message.offset, v4()];'],
  ['copy.id', 'unstable', 'const order: any = { id: v4() }; const copy = { ...order };'],
  ['frozen.at', 'unstable', 'const frozen = Object.freeze({ id: message.offset, at: v4() });'],
  ['of()', 'unstable', 'const of = () => { const id = v4(); return id; };'],
  ['hash.digest()', 'unstable', 'const hash = createHash("md5"); hash.update(message.value); hash.update(v4());'],
];

const constant: readonly Case[] = [
  ['"fixed"', 'constant'],
  ['42', 'constant'],
  ['`${PREFIX}-key`', 'constant', '', 'const PREFIX = "orders";'],
  ['process.env.SERVICE', 'constant'],
  ['process.env.SERVICE ?? "billing"', 'constant'],
  ['SERVICE', 'constant', '', 'const { SERVICE = "billing" } = process.env;'],
  ['v5("fixed", "6ba7b810")', 'constant'],
  ['createHash("md5").update("fixed").digest()', 'constant'],
];

const unknown: readonly Case[] = [
  ['unseen(message)', 'unknown'],
  ['`${message.offset}-${unseen(1)}`', 'unknown'],
  ['missing', 'unknown'],
  ['bank', 'unknown'],
];

describe('the stability of a value', () => {
  for (const [expression, expected, before = '', top = ''] of [...stable, ...unstable, ...constant, ...unknown]) {
    it(`${expected}: ${expression} (${before}${top})`, () => {
      assert.equal(provenance(`${before} inspect(${expression});`, top).stability, expected);
    });
  }

  it('follows a function into another file', () => {
    const files = {
      'main.ts': handlerFile('inspect(keyOf(message));', `import { keyOf } from './keys.ts';`),
      'keys.ts': `export const keyOf = (m: any) => \`k-\${m.offset}\`;`,
    };
    const unit = unitOf(files);
    assert.deepEqual(provenanceOf(unit.knowledge, inspectedInHandler(unit)), { stability: 'stable', message: true });
  });

  it('says what makes a value unstable, wherever that stands', () => {
    const origins = {
      '`${message.offset}-${Date.now()}`': 'Date.now()',
      'keyOf(message)': 'v4()',
      'counter++': 'counter++',
      'process.pid': 'process.pid',
    };
    const top = 'let counter = 0; const keyOf = (m: any) => `${m.offset}-${v4()}`;';
    for (const [expression, expected] of Object.entries(origins)) {
      assert.equal(provenance(`inspect(${expression});`, top).origin?.getText(), expected);
    }
  });

  it('knows which values are about the message, also where their stability is not known', () => {
    assert.equal(provenance('inspect(unseen(message.key));').message, true);
    assert.equal(provenance('inspect(`${v4()}-${message.key}`);').message, true);
    assert.equal(provenance('inspect(unseen(1));').message, false);
    assert.equal(provenance('inspect(v4());').message, false);
  });

  it('traces what is made of the same parts again and again once', () => {
    const doubled = Array.from(
      { length: 40 },
      (_, i) => `const v${String(i + 1)} = seen(v${String(i)}) + seen(v${String(i)});`,
    );
    const knowledge = knowledgeOf(`import 'some-kafka'; declare function seen(x: any): string; declare const v0: string;
      ${doubled.join('\n')} inspect(v40);`);
    assert.equal(provenanceOf(knowledge, inspected(knowledge)).stability, 'unknown');
  });

  it('comes to an end where values depend on themselves', () => {
    assert.equal(provenance('let a = b; let b = a; inspect(a);').stability, 'unknown');
    assert.equal(provenance('inspect(f(3));', 'const f = (n: number): any => f(n - 1);').stability, 'unknown');
  });
});

function provenance(body: string, top = ''): Provenance {
  const unit = unitOf(handlerFile(body, top));
  return provenanceOf(unit.knowledge, inspectedInHandler(unit));
}
