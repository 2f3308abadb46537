import assert from 'node:assert/strict';
import { buildOutline } from './build-outline.ts';
import type { Outline } from './outline.ts';
import { parseSource } from './parse-source.ts';

function outlineOf(text: string, fileName = '/outline.ts'): Outline {
  return buildOutline(parseSource(fileName, text), (specifier) => specifier === 'somekafka');
}

function referencesOf(outline: Outline, name: string): Readonly<Record<string, readonly string[]>> {
  const position = outline.declarers.get(name)?.[0] ?? -1;
  const names = outline.parts[position]?.references.names ?? new Map<string, ReadonlySet<string>>();
  return Object.fromEntries([...names].map(([each, members]) => [each, [...members].sort()]));
}

describe('buildOutline', () => {
  it('binds imports and requires alike', () => {
    const outline = outlineOf(
      `import a, { b as c } from './1'; import * as d from './2'; import e = require('./3');
       const f = require('./4'); const { g: h, ...i } = require('./5'); const j = require('./6').k;
       const { l } = await import('./7');`,
      '/outline.js',
    );
    assert.deepEqual(Object.fromEntries(outline.bindings), {
      a: { specifier: './1', imported: 'default' },
      c: { specifier: './1', imported: 'b' },
      d: { specifier: './2', imported: '*' },
      e: { specifier: './3', imported: '*' },
      f: { specifier: './4', imported: '*' },
      h: { specifier: './5', imported: 'g' },
      i: { specifier: './5', imported: '*' },
      j: { specifier: './6', imported: 'k' },
      l: { specifier: './7', imported: 'l' },
    });
  });

  it('knows the members that are taken from a name', () => {
    const outline = outlineOf(`import * as ns from './ns'; function f() { ns.a(); const { b } = ns; return ns['c'] }`);
    assert.deepEqual(referencesOf(outline, 'f'), { ns: ['a', 'b', 'c'] });
  });

  it('refers to no property, label or name of its own', () => {
    const outline = outlineOf(
      `import { T, key, loop, m, o, p, q, short, v } from './names';
       class C { m(p: T) { loop: for (;;) break loop; return { key: v, short, o: p.q } } }`,
    );
    assert.deepEqual(Object.keys(referencesOf(outline, 'C')).sort(), ['T', 'p', 'short', 'v']);
  });

  it('says the same after names are typed that stand for nothing at the top level', () => {
    const text = (typed: string): string =>
      `import { save } from './save'; function f(message) { ${typed} save(message) }`;
    assert.deepEqual(outlineOf(text('const copied = message.key; console.log(copied);')), outlineOf(text('')));
    assert.notDeepEqual(outlineOf(text('f();')), outlineOf(text('')));
  });

  it('reads the exports of ES modules', () => {
    const { exports, stars } = outlineOf(
      `export const a = 1, { b } = x; export function c() {} export default class D {}
       export { e as f }; export { g as h } from './g'; export * as i from './i'; export * from './j';`,
    );
    assert.deepEqual([...exports.keys()].sort(), ['a', 'b', 'c', 'default', 'f', 'h', 'i']);
    assert.deepEqual(exports.get('h'), { kind: 'from', specifier: './g', imported: 'g' });
    assert.deepEqual(stars, ['./j']);
  });

  it('reads the exports of CommonJS', () => {
    const { exports, stars } = outlineOf(
      `exports.a = 1; module.exports.b = b; exports.c = exports.d = require('./c');
       module.exports = { e, f: g, h() {}, i: require('./i').j, ...require('./k') };`,
      '/outline.js',
    );
    assert.deepEqual([...exports.keys()].sort(), ['a', 'b', 'c', 'd', 'e', 'f', 'h', 'i']);
    assert.deepEqual(exports.get('f'), { kind: 'name', name: 'g' });
    assert.deepEqual(exports.get('i'), { kind: 'from', specifier: './i', imported: 'j' });
    assert.deepEqual(stars, ['./k']);
  });

  it('reads a module that is one thing', () => {
    const { exports } = outlineOf('class Queue {}\nmodule.exports = new Queue();', '/outline.js');
    assert.equal(exports.get('export=')?.kind, 'part');
  });

  it('follows what decorators take from Kafka, and not what they name of the application', () => {
    const outline = outlineOf(
      `import { Clients, Handles } from 'somekafka';
       import { Admin, Field, Guard, Module, Orders, Other, Service, TOPIC, options } from './application';
       @Module({ imports: [Orders, Clients.register(options)], providers: [Service] })
       class AppModule { @Handles(TOPIC) @Guard(Admin) @Field(() => Other) handle() {} }`,
    );
    assert.deepEqual(Object.keys(referencesOf(outline, 'AppModule')).sort(), [
      'Admin',
      'Clients',
      'Field',
      'Guard',
      'Handles',
      'Module',
      'TOPIC',
      'options',
    ]);
  });

  it('does not follow what is rendered', () => {
    const outline = outlineOf(
      'import { Layout, load, save } from "./ui"; function Page() { const x = load(); return <Layout onClick={save}>{x}</Layout> }',
      '/outline.tsx',
    );
    assert.deepEqual(referencesOf(outline, 'Page'), { load: ['*'] });
  });

  it('reads the types in comments of JavaScript', () => {
    const outline = outlineOf(
      `/** @typedef {import('./types').Order} Order */
       /** @type {import('somekafka').Producer} */ let producer;
       /** @param {Order} order */ function save(order) {}`,
      '/outline.js',
    );
    assert.deepEqual(outline.specifiers, ['./types', 'somekafka']);
    assert.deepEqual(Object.keys(referencesOf(outline, 'save')), ['Order']);
    assert.deepEqual(outline.exports.get('Order'), { kind: 'name', name: 'Order' });
  });

  it('links a statement to what it changes', () => {
    const { links, parts } = outlineOf(`const schema = make(); schema.index({ id: 1 }); start(schema);`);
    assert.deepEqual(
      links.touchers.get('schema')?.map((position) => parts[position]?.kind),
      ['statement'],
    );
  });

  it('takes any depth of nesting', () => {
    // The parser has a stack of its own to mind; what is walked here is far deeper than a recursive walk survives.
    const chain = `import { a, b } from './sums'; const x = ${'a + '.repeat(20_000)}b;`;
    assert.deepEqual(referencesOf(outlineOf(chain), 'x'), { a: ['*'], b: ['*'] });
  });
});
