import assert from 'node:assert/strict';
import { showValues } from '../testing/show-values.ts';
import { inspected, knowledgeOf, type Files } from '../testing/workspace-of.ts';

type Case = readonly [expression: string, expected: string, before: string];

const objects: readonly Case[] = [
  ['o.a', '1', 'const o = { a: 1 };'],
  ['o["a"]', '1', 'const o = { a: 1 };'],
  ['o[key]', '1', 'const o = { a: 1, b: 2 }; const key = "a";'],
  ['o.a', '1', 'const a = 1; const o = { a };'],
  ['o.run', 'run()', 'const o = { run() {} };'],
  ['o.missing', 'undefined', 'const o = { a: 1 } as any;'],
  ['o.a', '2', 'const p = { a: 1 }; const o = { ...p, a: 2 };'],
  ['o.a', '1', 'const p = { a: 1 }; const o = { a: 2, ...p };'],
  ['o.a', '2 | ?', 'declare const p: any; const o = { a: 2, ...p };'],
  ['o.a', '2 | 3', 'declare const go: boolean; const o = { a: 2, ...(go ? { a: 3 } : {}) };'],
  ['o.a', '2 | ?', 'declare const key: string; const o = { a: 2, [key]: 3 };'],
  ['Object.freeze({ a: 1 }).a', '1', ''],
  ['o.a', '1 | undefined', 'const o: any = {}; o.a = 1;'],
  ['o.self()', '1', 'const o = { a: 1, self() { return this.a; } };'],
];

const fields: readonly Case[] = [
  ['c.f', '"x"', 'class C { f = "x"; } const c = new C();'],
  ['c.f', '"x"', 'class C { #f = "x"; get f() { return this.#f; } } const c = new C();'],
  ['c.f', '"x"', 'class C { f; constructor(f: string) { this.f = f; } } const c = new C("x");'],
  ['c.f', '"x"', 'class C { constructor(readonly f: string) {} } const c = new C("x");'],
  ['c.f', '"x" | "y"', 'class C { f = "x"; set() { this.f = "y"; } } const c = new C();'],
  ['C.f', '"x"', 'class C { static f = "x"; }'],
  ['C.f', 'f()', 'class C { static f() {} }'],
  ['a.f', '"x"', 'class C { constructor(readonly f: string) {} } const a = new C("x"); const b = new C("y");'],
  ['c.f', '"x" | "y"', 'class C { constructor(readonly f: string) {} } new C("x"); new C("y"); declare const c: C;'],
];

const injected: readonly Case[] = [
  [
    'c.f',
    '"x"',
    `class B { constructor(readonly f: string) {} }
     class C extends B { constructor(f: string) { super(f); } } const c = new C("x");`,
  ],
  [
    'c.f',
    '"x"',
    `class A { f; constructor(o: any) { this.f = o.f; } }
     class B extends A { constructor(g: string) { super({ f: g }); } }
     class C extends B {} const c = new C("x");`,
  ],
  [
    'a.f',
    '"x"',
    `class B { constructor(protected readonly f: string) {} }
     class C extends B { constructor(f: string) { super(f); } } const a = new C("x"); const b = new C("y");`,
  ],
  ['make("x").f', '"x"', 'class C { constructor(readonly f: string) {} } const make = (f: string) => new C(f);'],
];

const methods: readonly Case[] = [
  ['c.run', 'run()', 'class C { run() {} } const c = new C();'],
  ['c.run', 'run() | run()', 'class B { run() {} } class C extends B { run() {} } declare const c: B;'],
  ['c.run', 'run()', 'class B { run() {} } class C extends B { run() {} } const c = new B();'],
  ['c.run', 'run()', 'abstract class B { abstract run(): void } class C extends B { run() {} } declare const c: B;'],
  ['c.run', 'run()', 'interface R { run(): void } class C implements R { run() {} } declare const c: R;'],
  [
    'c.run()',
    '"c"',
    'class B { go() { return ""; } run() { return this.go(); } } class C extends B { go() { return "c"; } } const c = new C();',
  ],
];

const tables: readonly Case[] = [
  [
    'handlers[type]',
    'a() | b() | undefined',
    'declare const type: string; function a() {} function b() {} const handlers: any = { a, b };',
  ],
  [
    'handlers[type]',
    'a() | undefined',
    `declare const type: string; const handlers: any = {}; function a() {}
     function register(type: string, fn: any) { handlers[type] = fn; } register("x", a);`,
  ],
  ['handlers["a"]', 'a()', 'function a() {} function b() {} const handlers: any = { a, b };'],
  ['list[at]', '"a" | "b" | undefined', 'declare const at: number; const list = ["a", "b"];'],
];

describe('what a property may be', () => {
  for (const [expression, expected, before] of [...objects, ...fields, ...injected, ...methods, ...tables]) {
    it(`${expression} in ${before}`, () => {
      assert.equal(valuesIn(`import 'some-kafka'; ${before} inspect(${expression});`), expected);
    });
  }

  it('is the library object that another file injects', () => {
    const service = `
      import type { Producer } from 'some-kafka';
      export class Service { constructor(private readonly deps: { producer: Producer }) {} run() { inspect(this.deps.producer); } }`;
    const main = `
      import { Kafka } from 'some-kafka'; import { Service } from './service.ts';
      new Service({ producer: new Kafka().producer() }).run();`;
    assert.equal(valuesIn({ 'main.ts': main, 'service.ts': service }), 'lib Producer');
  });

  it('is known of an object that is made when it is first asked for', () => {
    const single = 'class S { static #one: S; f = 1; static get() { return (S.#one ??= new S()); } }';
    const values = valuesIn(`import 'some-kafka'; ${single} const s = S.get(); inspect(s.f);`);
    assert.ok(values.split(' | ').includes('1'), values);
  });

  it('is what the module exports, however it does so', () => {
    const main = `const { topics } = require('./settings.js'); const { Kafka } = require('some-kafka'); new Kafka(); inspect(topics.orders);`;
    for (const settings of [
      `module.exports = { topics: { orders: 'o' } };`,
      `exports.topics = { orders: 'o' };`,
      `const topics = { orders: 'o' }; module.exports = { topics };`,
    ]) {
      assert.equal(valuesIn({ 'main.js': main, 'settings.js': settings }), '"o"', settings);
    }
  });
});

function valuesIn(files: Files): string {
  const knowledge = knowledgeOf(files);
  return showValues(knowledge.valuesOf(inspected(knowledge)));
}
