import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemoryHost } from './memory-host.ts';
import { countingHost, namesIn, sliceOf, sliceOfFiles } from './slice-samples.test.ts';

const bus = `import { Kafka, type Producer } from 'somekafka';
  export class Bus { producer = new Kafka().producer(); }
  export interface Message { id: string }
  export const TOPIC = 'orders';`;

describe('searchSlice: upwards', () => {
  it('takes who uses what a Kafka file exports, through any number of files', () => {
    const names = namesIn(
      sliceOfFiles({
        'bus.ts': bus,
        'index.ts': `export * from './bus'; export * from './other';`,
        'other.ts': 'export const other = 1;',
        'service.ts': `import { Bus } from './index'; export class Service { constructor(private readonly bus: Bus) {} }`,
        'main.ts': `import { Service } from './service'; export const service = new Service();`,
        'unrelated.ts': `import { other } from './index'; console.log(other);`,
      }),
    );
    assert.deepEqual(names, ['bus.ts', 'index.ts', 'main.ts', 'service.ts']);
  });

  it('takes nobody who uses only a type or a constant that has nothing of Kafka', () => {
    const names = namesIn(
      sliceOfFiles({
        'bus.ts': bus,
        'view.ts': `import { TOPIC, type Message } from './bus'; export const a = TOPIC;`,
      }),
    );
    assert.deepEqual(names, ['bus.ts']);
  });

  it('follows a value that is assigned to a name first', () => {
    const names = namesIn(
      sliceOfFiles({
        'bus.ts': bus,
        'holder.ts': `import { Bus } from './bus'; let held: unknown;
          export function open() { held = new Bus(); }
          export function publish() { return held; }`,
        'user.ts': `import { publish } from './holder'; export const use = () => publish();`,
      }),
    );
    assert.deepEqual(names, ['bus.ts', 'holder.ts', 'user.ts']);
  });

  it('follows a Kafka package that is passed on', () => {
    for (const passed of [
      `export * from 'somekafka';`,
      `export { Kafka } from 'somekafka';`,
      `import { Kafka } from 'somekafka'; export { Kafka };`,
    ]) {
      const names = namesIn(
        sliceOfFiles({ 'kafka.ts': passed, 'user.ts': `import { Kafka } from './kafka'; new Kafka();` }),
      );
      assert.deepEqual(names, ['kafka.ts', 'user.ts']);
    }
  });

  it('does not go up from what is only used', () => {
    const names = namesIn(
      sliceOfFiles({
        'bus.ts': `import { log } from './log'; ${bus}; log();`,
        'log.ts': 'export function log() {}',
        'elsewhere.ts': `import { log } from './log'; log();`,
      }),
    );
    assert.deepEqual(names, ['bus.ts', 'log.ts']);
  });
});

describe('searchSlice: downwards', () => {
  const seed = (imports: string, use: string): string => `import { Kafka } from 'somekafka'; ${imports}
    export function start(kafka: Kafka) { ${use} }`;

  it('takes what is used, and of the same file nothing else', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': seed(`import { save } from './store';`, 'save();'),
        'store.ts': `import { db } from './db'; import { cache } from './cache';
          export function save() { insert(); } function insert() { db.run(); }
          export function load() { return cache; }`,
        'db.ts': 'export const db = { run() {} };',
        'cache.ts': 'export const cache = {};',
      }),
    );
    assert.deepEqual(names, ['db.ts', 'seed.ts', 'store.ts']);
  });

  for (const [form, files] of Object.entries({
    'a default export': [`import save from './a';`, 'save();', 'export default function save() {}'],
    'a renamed default': [
      `import { default as save } from './a';`,
      'save();',
      'function s() {} export { s as default };',
    ],
    'a member of a namespace': [`import * as a from './a';`, 'a.save();', 'export const save = 1;'],
    'an import in place': ['', `import('./a').then((a) => a.save());`, 'export const save = 1;'],
    'an awaited import': ['', `const { save } = await import('./a');`, 'export const save = 1;'],
    'a type in place': ['', `let x: import('./a').Save;`, 'export interface Save {}'],
    'a type of constructor injection': [
      `import { Save } from './a'; export class S { constructor(private readonly save: Save) {} }`,
      '',
      'export class Save {}',
    ],
  })) {
    it(`follows ${form}`, () => {
      const [imports = '', use = '', text = ''] = files;
      assert.deepEqual(namesIn(sliceOfFiles({ 'seed.ts': seed(imports, use), 'a.ts': text })), ['a.ts', 'seed.ts']);
    });
  }

  it('follows only the used member of a namespace', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': seed(`import * as all from './all';`, 'all.a();'),
        'all.ts': `export { a } from './a'; export { b } from './b';`,
        'a.ts': 'export const a = 1;',
        'b.ts': 'export const b = 1;',
      }),
    );
    assert.deepEqual(names, ['a.ts', 'all.ts', 'seed.ts']);
  });

  it('does not follow imports for a side effect, rendered components and modules named in decorators', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.tsx': `import { Kafka } from 'somekafka'; import './effect'; import { Page } from './page'; import { Other } from './other';
          @Module({ imports: [Other] }) export class AppModule {}
          export const view = () => <Page/>;`,
        'effect.ts': 'export {};',
        'page.tsx': 'export const Page = 1;',
        'other.ts': 'export class Other {}',
      }),
    );
    assert.deepEqual(names, ['seed.tsx']);
  });

  it('takes what implements or extends something needed', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': seed(`import type { Gateway } from './ports';`, 'let g: Gateway;'),
        'ports/index.ts': `export * from './gateway';`,
        'ports/gateway.ts': 'export interface Gateway { pay(): void } export abstract class Base {}',
        'stripe.ts': `import { Gateway } from './ports'; export class Stripe implements Gateway { pay() {} }`,
        'test-gateway.ts': `import * as ports from './ports'; export class Fake extends Stripe implements ports.Gateway {}`,
        'user.ts': `import { Gateway } from './ports'; export function use(gateway: Gateway) {}`,
        'base-user.ts': `import { Base } from './ports'; export class B extends Base {}`,
      }),
    );
    assert.deepEqual(names, ['ports/gateway.ts', 'ports/index.ts', 'seed.ts', 'stripe.ts', 'test-gateway.ts']);
  });

  it('takes the statements that complete what is needed', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': seed(`import { schema } from './schema';`, 'schema;'),
        'schema.ts': `import { unique } from './unique'; import { App } from './app';
          export const schema = { index(x: unknown) {} }; schema.index(unique); const app = new App(); app.start();`,
        'unique.ts': 'export const unique = {};',
        'app.ts': 'export class App { start() {} }',
      }),
    );
    assert.deepEqual(names, ['schema.ts', 'seed.ts', 'unique.ts']);
  });

  it('ends on cycles', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': seed(`import { a } from './a';`, 'a();'),
        'a.ts': `import { b } from './b'; export * from './b'; export function a() { b(); }`,
        'b.ts': `import { a } from './a'; export * from './a'; export function b() { a(); }`,
      }),
    );
    assert.deepEqual(names, ['a.ts', 'b.ts', 'seed.ts']);
  });
});

describe('searchSlice: CommonJS', () => {
  const seed = (use: string): string => `const { Kafka } = require('somekafka'); const kafka = new Kafka(); ${use}
    module.exports = { kafka };`;

  for (const [form, use, text] of [
    ['a destructured member', `const { save } = require('./a'); save();`, 'exports.save = () => {};'],
    ['a member', `const a = require('./a'); a.save();`, 'function save() {} module.exports = { save };'],
    ['a member in place', `require('./a').save();`, 'module.exports.save = function () {};'],
    ['a call in place', `require('./a')(kafka);`, 'module.exports = (kafka) => kafka;'],
    ['a class', `const A = require('./a'); new A();`, 'class A {} module.exports = A;'],
    ['an instance', `const a = require('./a'); a.save();`, 'class A { save() {} } module.exports = new A();'],
  ] as const) {
    it(`follows ${form}`, () => {
      assert.deepEqual(namesIn(sliceOfFiles({ 'seed.js': seed(use), 'a.js': text })), ['a.js', 'seed.js']);
    });
  }

  it('goes up through modules and takes only the used members of others', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.js': seed(''),
        'lib/index.js': `module.exports = { ...require('../seed'), used: require('./used').used, unused: require('./unused').unused };`,
        'lib/used.js': 'exports.used = 1;',
        'lib/unused.js': 'exports.unused = 1;',
        'main.js': `const lib = require('./lib'); lib.kafka.producer().send(lib.used);`,
      }),
    );
    assert.deepEqual(names, ['lib/index.js', 'lib/used.js', 'main.js', 'seed.js']);
  });

  it('imports CommonJS as a default', () => {
    const names = namesIn(
      sliceOfFiles({
        'seed.ts': `import { Kafka } from 'somekafka'; import a from './a.js'; a.save(new Kafka());`,
        'a.js': `const db = require('./db'); exports.save = () => db.run();`,
        'db.js': 'exports.run = () => {};',
      }),
    );
    assert.deepEqual(names, ['a.js', 'db.js', 'seed.ts']);
  });
});

describe('searchSlice: cost', () => {
  it('parses nothing in a workspace without Kafka, and is not surprised by comments', () => {
    const slice = sliceOfFiles({ 'a.ts': `export const a = 1;`, 'b.ts': `// import { Kafka } from 'somekafka'` });
    assert.deepEqual(namesIn(slice), []);
    assert.equal(slice.filesScanned, 2);
    assert.deepEqual([slice.clients, slice.notices], [[], []]);
  });

  it('reads a file outside of the slice once and does not parse it', () => {
    const others = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [
        `other/${index}.ts`,
        `import { x } from './${index + 1}'; export const x = ;;`,
      ]),
    );
    const { host, reads } = countingHost(createMemoryHost({ ...others, 'bus.ts': bus }));
    const slice = sliceOf(host);
    // A parsed file with a syntax error would give a notice.
    assert.deepEqual(slice.notices, []);
    assert.deepEqual(namesIn(slice), ['bus.ts']);
    assert.deepEqual(
      new Set([...reads].filter(([path]) => path.includes('/other/')).map(([, count]) => count)),
      new Set([1]),
    );
  });
});

describe('searchSlice: order', () => {
  const files = {
    'a/bus.ts': bus,
    'b/service.ts': `import { Bus } from '../a/bus'; import { save } from '../c/store'; export const service = save(new Bus());`,
    'c/store.ts': `import { db } from './db'; export const save = (x: unknown) => db;`,
    'c/db.ts': 'export const db = 1;',
    'd/main.ts': `import { service } from '../b/service'; console.log(service);`,
    'd/other.ts': `import { Kafka } from 'somekafka'; export const x = new Kafka(`,
  };

  it('gives the same slice in whatever order a folder lists its entries', () => {
    const base = createMemoryHost(files);
    const expected = sliceOf(base);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const host = {
          ...base,
          readFolder: (path: string) =>
            base
              .readFolder(path)
              .map((entry) => ({ entry, rank: Number(numbers.next().value) }))
              .sort((a, b) => a.rank - b.rank)
              .map(({ entry }) => entry),
        };
        const slice = sliceOf(host);
        assert.deepEqual(namesIn(slice), namesIn(expected));
        assert.deepEqual([slice.notices, slice.clients], [expected.notices, expected.clients]);
      }),
      { numRuns: 20 },
    );
  });
});
