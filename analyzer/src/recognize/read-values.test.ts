import assert from 'node:assert/strict';
import fc from 'fast-check';
import { showValues } from '../testing/show-values.ts';
import { inspected, knowledgeOf } from '../testing/workspace-of.ts';

/** An expression, what it may be, and the program around it. */
type Case = readonly [expression: string, expected: string, before?: string];

const constants: readonly Case[] = [
  ['"a"', '"a"'],
  ['-1', '-1'],
  ['!0', 'true'],
  ['12n', '12n'],
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['(("a" as any)!)', '"a"'],
  ['`a-${b}`', '"a-b"', 'const b = "b";'],
  ['`a-${b}`', '?', 'declare const b: string;'],
  ['`${p}.a`', '"acme.a" | ?', 'declare const env: any; const p = env.P ?? "acme";'],
  ['p + ".a"', '"acme.a" | ?', 'declare const env: any; const p = env.P ?? "acme";'],
  ['named("a")', '"acme.a" | ?', 'declare const env: any; const named = (n: string) => `${env.P ?? "acme"}.${n}`;'],
  ['`${p}.${q}`', '"a.b" | ?', 'declare const env: any; const p = env.P ?? "a"; const q = env.Q ?? "b";'],
  ['`${p}.${q}`', '?', 'declare const env: any; const p = env.P ?? "a"; const q = env.Q;'],
  ['`${go ? "a" : "b"}.c`', '"a.c" | "b.c"', 'declare const go: boolean;'],
  ['`${go ? "a" : "b"}.${go ? "a" : "b"}`', '?', 'declare const go: boolean;'],
  ['`${go ? "a" : undefined}.c`', '"a.c" | ?', 'declare const go: boolean;'],
  ['"a" + 1', '"a1"'],
  ['1 + 2', '3'],
  ['1 - 1', '?'],
  ['Color.Red', '"red"', 'enum Color { Red = "red", Blue = "blue" }'],
  ['Level.High', '1', 'const enum Level { Low, High }'],
];

const names: readonly Case[] = [
  ['c', '"x"', 'const a = "x"; const b = a; const c = b;'],
  ['a', '"x" | "y"', 'let a = "x"; a = "y";'],
  ['a', '"x" | "y"', 'let a; if (go) { a = "x"; } else { a = "y"; } declare const go: boolean;'],
  ['a', '"x" | "y"', 'let a: any = "x"; a ??= "y";'],
  ['a', '?', 'let a = 1; a++;'],
  ['a', '?', 'let a = 1; a += 1;'],
  ['x', '1', 'const { x } = { x: 1 };'],
  ['y', '1', 'const { x: { y } } = { x: { y: 1 } };'],
  ['x', '2 | undefined', 'const { x = 2 } = {} as any;'],
  ['x', '1', 'const [x] = [1, 2];'],
  ['f', 'f()', 'function f() {}'],
  ['C', 'class C', 'class C {}'],
  ['missing', '?'],
  ['x', '?', 'const x: any = x;'],
];

const choices: readonly Case[] = [
  ['go ? "x" : "y"', '"x" | "y"', 'declare const go: boolean;'],
  ['a ?? "y"', '"x" | "y"', 'const a = "x";'],
  ['a || "y"', '"y" | ?', 'declare const a: any;'],
  ['(1, 2)', '2'],
  ['go ? f : g', 'f() | g()', 'function f() {} function g() {} declare const go: boolean;'],
  ['go ? "x" : "x"', '"x"', 'declare const go: boolean;'],
];

const calls: readonly Case[] = [
  ['f("x")', '"x"', 'const f = (a: any) => a;'],
  ['f()', '"d"', 'const f = (a = "d") => a;'],
  ['f()', '1 | 2', 'function f() { if (go) return 1; return 2; } declare const go: boolean;'],
  ['await f()', '"x"', 'async function f() { return "x"; }'],
  ['f()', '?', 'const f = (): any => f();'],
  ['g()', '7', 'const f = (n: number) => () => n; const g = f(7);'],
  ['new C()', 'a C', 'class C {}'],
  ['Object.freeze({ a: 1 })', '{ a: 1 }'],
  ['missing()', '?'],
];

const libraries: readonly Case[] = [
  ['kafka', 'lib Kafka', `import { Kafka } from 'some-kafka'; const kafka = new Kafka();`],
  ['kafka.producer()', 'lib Producer', `import { Kafka } from 'some-kafka'; const kafka = new Kafka();`],
  [
    'await producer.transaction()',
    'lib Transaction',
    `import { Kafka } from 'some-kafka'; const producer = new Kafka().producer();`,
  ],
  ['producer', 'lib Producer', `import { Producer } from 'some-kafka'; declare const producer: Producer | undefined;`],
  [
    'producer',
    'lib Producer',
    `import { Kafka } from 'some-kafka'; const make = () => ({ producer: new Kafka().producer() }); const { producer } = make();`,
  ],
  [
    'producer',
    'lib Producer',
    `const { Kafka } = require('some-kafka'); const kafka = new Kafka(); const producer = kafka.producer();`,
  ],
];

describe('what an expression may be', () => {
  for (const [expression, expected, before = ''] of [...constants, ...names, ...choices, ...calls, ...libraries]) {
    it(`${expression} in ${before}`, () => {
      assert.equal(valuesIn(`${before} inspect(${expression});`), expected);
    });
  }

  it('is one value for each element of a loop', () => {
    assert.equal(valuesIn('for (const topic of ["a", "b"]) { inspect(topic); }'), '"a" | "b"');
    assert.equal(
      valuesIn('for (const topic of ["a", ...more]) { inspect(topic); } declare const more: any;'),
      '"a" | ?',
    );
  });

  it('is what any caller passes, where no call is followed', () => {
    assert.equal(valuesIn('function f(topic: string) { inspect(topic); } f("a"); f("b");'), '"a" | "b"');
  });

  it('admits that it does not know everything when there is too much to know', () => {
    const all = Array.from({ length: 100 }, (_, i) => `"${String(i)}"`);
    const values = valuesIn(`let a = ${all[0] ?? ''}; ${all.map((text) => `a = ${text};`).join(' ')} inspect(a);`);
    assert.equal(values.split(' | ').length, 65);
    assert.ok(values.endsWith('?'));
  });

  it('has the value that JavaScript computes among its answers, or says that there are others', () => {
    fc.assert(
      fc.property(expression, ({ text, value }) => {
        const shown = valuesIn(`const none: any = undefined; inspect(${text});`);
        const values = shown.split(' | ');
        assert.ok(values.includes('?') || values.includes(JSON.stringify(value)), `${text}: ${shown}`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the values of objects that spread each other', () => {
  it('are each read once, however many ways lead to them', () => {
    // Each name may be either of two objects, and each of these holds all that the name before may be.
    const levels = Array.from({ length: 40 }, (_, at) => {
      const before = at === 0 ? '{ id: "first" }' : `o${at - 1}`;
      return `const o${at} = go ? { ...${before}, a: ${at} } : { ...${before}, b: ${at} };`;
    });
    const program = `declare const go: boolean; ${levels.join(' ')} inspect(o39.id);`;
    assert.equal(valuesIn(program), '"first"');
  });
});

interface Written {
  readonly text: string;
  readonly value: string | number | boolean;
}

const literal: fc.Arbitrary<Written> = fc
  .oneof(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat(9), fc.boolean())
  .map((value) => ({ text: JSON.stringify(value), value }));

const { expression } = fc.letrec<{ expression: Written }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3 },
    literal,
    tie('expression').map((e) => ({ text: `!${bracketed(e)}`, value: !e.value })),
    tie('expression').map((e) => ({ text: `\`<\${${e.text}}>\``, value: `<${String(e.value)}>` })),
    tie('expression').map((e) => ({ text: `none ?? ${bracketed(e)}`, value: e.value })),
    fc.tuple(fc.stringMatching(/^[a-z]{1,3}$/), tie('expression')).map(([left, e]) => ({
      text: `${JSON.stringify(left)} + ${bracketed(e)}`,
      value: left + String(e.value),
    })),
    fc.tuple(fc.boolean(), tie('expression'), tie('expression')).map(([which, a, b]) => ({
      text: `${String(which)} ? ${bracketed(a)} : ${bracketed(b)}`,
      value: which ? a.value : b.value,
    })),
  ),
}));

function bracketed({ text }: Written): string {
  return `(${text})`;
}

function valuesIn(program: string): string {
  const knowledge = knowledgeOf(`import 'some-kafka'; ${program}`);
  return showValues(knowledge.valuesOf(inspected(knowledge)));
}
