import assert from 'node:assert/strict';
import type { LibraryStub } from '../facts/library-stub.ts';
import { createMemoryHost } from './memory-host.ts';
import { databaseStub, namesIn, sliceOf, stubs, typeOf } from './slice-samples.test.ts';

const generated: LibraryStub = { ...databaseStub, generators: ['somedb-client'] };
const libraries = stubs.map((stub) => (stub === databaseStub ? generated : stub));

const generator = (...settings: readonly string[]): string => `generator client {\n  ${settings.join('\n  ')}\n}\n`;
const provider = 'provider = "somedb-client"';

/** What the import of a pool brings into the slice, and whether the pool is the library's. */
function imported(specifier: string, files: Readonly<Record<string, string>>): readonly [string[], boolean] {
  const main = `import { Kafka } from 'somekafka'; import { Pool } from '${specifier}'; new Pool(); new Kafka();`;
  const slice = sliceOf(createMemoryHost({ 'src/main.ts': main, ...files }), { libraries });
  return [
    namesIn(slice).filter((name) => name !== 'src/main.ts'),
    slice.program.getSourceFile(generated.fileName) !== undefined,
  ];
}

describe('modules that a schema generates', () => {
  const schema = generator(provider, 'output = "../src/made/client"');

  for (const specifier of ['./made/client', './made/client/index.js', './made/client/client.ts']) {
    it(`${specifier} is the library where nothing was generated yet`, () => {
      assert.deepEqual(imported(specifier, { 'db/schema.prisma': schema }), [[], true]);
    });
  }

  it('are not read where they were generated', () => {
    const files = { 'db/schema.prisma': schema, 'src/made/client/index.ts': 'export class Pool {}' };
    assert.deepEqual(imported('./made/client', files), [[], true]);
  });

  it('are typed where TypeScript requires them, unless the same path means something else elsewhere', () => {
    const code = `import { Kafka } from 'somekafka'; const { Pool } = require('./made'); const pool = new Pool(); new Kafka();`;
    const here = { 'a/schema.prisma': generator(provider, 'output = "made"'), 'a/main.ts': code };
    const elsewhere = { 'b/main.ts': code, 'b/made.ts': 'export class Pool {}' };
    const typeIn = (path: string, files: Readonly<Record<string, string>>): string =>
      typeOf(sliceOf(createMemoryHost(files), { libraries }), path, 'pool');
    assert.equal(typeIn('a/main.ts', here), 'Pool');
    assert.equal(typeIn('b/main.ts', { ...here, ...elsewhere }), 'any');
  });

  it('are found through an alias', () => {
    const config = JSON.stringify({ compilerOptions: { paths: { '@app/*': ['./src/*'] } } });
    assert.deepEqual(imported('@app/made/client', { 'db/schema.prisma': schema, 'tsconfig.json': config }), [[], true]);
  });

  it('are found where a package of the workspace is one, or exports one again', () => {
    const workspaces = {
      'package.json': '{"workspaces":["db"]}',
      'db/schema.prisma': generator(provider, 'output = "made"'),
    };
    const itself = { ...workspaces, 'db/package.json': '{"name":"@house/db","main":"made/index.js"}' };
    assert.deepEqual(imported('@house/db', itself), [[], true]);
    const again = {
      ...workspaces,
      'db/package.json': '{"name":"@house/db","main":"index.ts"}',
      'db/index.ts': `export * from './made';`,
    };
    assert.deepEqual(imported('@house/db', again), [['db/index.ts'], true]);
  });

  it('are found among the installed packages', () => {
    const files = { 'db/schema.prisma': generator(provider, 'output = "../node_modules/@house/orders-db"') };
    assert.deepEqual(imported('@house/orders-db', files), [[], true]);
    assert.deepEqual(imported('@house/orders-db/edge', files), [[], true]);
    assert.deepEqual(imported('@house/orders', files), [[], false]);
  });

  it('are not what another generator makes, nor what lies elsewhere', () => {
    const other = generator('provider = "diagrams"', 'output = "../src/made/client"');
    assert.deepEqual(imported('./made/client', { 'db/schema.prisma': other }), [[], false]);
    assert.deepEqual(imported('./made/clients', { 'db/schema.prisma': schema }), [[], false]);
    const commented = schema.replace('generator', '// generator');
    assert.deepEqual(imported('./made/client', { 'db/schema.prisma': commented }), [[], false]);
    assert.deepEqual(imported('./made/client', { 'db/schema.prisma': generator(provider, 'output = env("OUT")') }), [
      [],
      false,
    ]);
    assert.deepEqual(imported('./x', { 'db/schema.prisma': generator(provider, 'output = "../"') }), [[], false]);
  });
});
