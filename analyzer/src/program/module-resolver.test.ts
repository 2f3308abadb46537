import assert from 'node:assert/strict';
import { createMemoryHost } from './memory-host.ts';
import { namesIn, sliceOf, sliceOfFiles } from './slice-samples.test.ts';

const entry = (specifier: string): string =>
  `import { Kafka } from 'somekafka'; import { target } from '${specifier}'; target(new Kafka());`;
const target = 'export function target(x: unknown) {}';

/** Which file an import in `src/main.ts` leads to. */
function leadsTo(specifier: string, files: Readonly<Record<string, string>>, main = 'src/main.ts'): string | undefined {
  const slice = sliceOfFiles({ ...files, [main]: entry(specifier) });
  return namesIn(slice).find((name) => name !== main);
}

describe('module resolution: relative', () => {
  for (const [specifier, file] of [
    ['./a', 'src/a.ts'],
    ['./a.js', 'src/a.ts'],
    ['./a.js', 'src/a.tsx'],
    ['./a.js', 'src/a.js'],
    ['./a.mjs', 'src/a.mts'],
    ['./a.ts', 'src/a.ts'],
    ['./a', 'src/a/index.ts'],
    ['./a.service', 'src/a.service.ts'],
    ['../lib/a', 'lib/a.js'],
    ['.', 'src/index.ts'],
    ['./types', 'src/types.d.ts'],
  ] as const) {
    it(`${specifier} is ${file}`, () => {
      assert.equal(leadsTo(specifier, { [file]: target }), file);
    });
  }

  it('prefers a source to its output and to its declaration', () => {
    assert.equal(leadsTo('./a', { 'src/a.ts': target, 'src/a.js': target, 'src/a.d.ts': target }), 'src/a.ts');
    assert.equal(leadsTo('./a', { 'src/a.js': target, 'src/a.d.ts': target }), 'src/a.js');
  });

  it('leads to nothing ignored and nothing installed', () => {
    assert.equal(leadsTo('../dist/a', { 'dist/a.ts': target, '.gitignore': 'dist' }), undefined);
    assert.equal(leadsTo('../node_modules/x/a', { 'node_modules/x/a.ts': target }), undefined);
    assert.equal(leadsTo('x', { 'node_modules/x/index.js': target }), undefined);
  });
});

describe('module resolution: tsconfig', () => {
  const config = (options: object, more: object = {}): string => JSON.stringify({ compilerOptions: options, ...more });

  it('follows paths, the longest prefix first', () => {
    const files = {
      'tsconfig.json': config({
        paths: { '@app/*': ['./src/*'], '@app/db/*': ['./database/*', './db/*'], '@one': ['./one.ts'] },
      }),
      'src/x.ts': target,
      'db/x.ts': target,
      'one.ts': target,
    };
    assert.equal(leadsTo('@app/x', files), 'src/x.ts');
    assert.equal(leadsTo('@app/db/x', files), 'db/x.ts');
    assert.equal(leadsTo('@one', files), 'one.ts');
  });

  it('follows baseUrl, and reads comments and trailing commas', () => {
    const files = {
      'tsconfig.json': '{ /* base */ "compilerOptions": { "baseUrl": "./src", }, }',
      'src/lib/x.ts': target,
    };
    assert.equal(leadsTo('lib/x', files), 'src/lib/x.ts');
  });

  it('follows extends, through files and through packages of the workspace', () => {
    const base = config({ paths: { '@x': ['./x.ts'] } });
    assert.equal(
      leadsTo('@x', {
        'tsconfig.json': '{"extends": "./configs/base.json"}',
        'configs/base.json': base,
        'configs/x.ts': target,
      }),
      'configs/x.ts',
    );
    const monorepo = {
      'package.json': JSON.stringify({ workspaces: ['packages/*'] }),
      'packages/tsconfig/package.json': JSON.stringify({ name: '@acme/tsconfig' }),
      'packages/tsconfig/base.json': base,
      'packages/tsconfig/x.ts': target,
      'packages/app/tsconfig.json': '{"extends": "@acme/tsconfig/base.json"}',
    };
    assert.equal(leadsTo('@x', monorepo, 'packages/app/main.ts'), 'packages/tsconfig/x.ts');
  });

  it('follows references of a solution, and jsconfig.json', () => {
    const files = {
      'tsconfig.json': JSON.stringify({
        files: [],
        references: [{ path: './tsconfig.app.json' }, { path: './other' }],
      }),
      'tsconfig.app.json': config({ paths: { '~/*': ['./src/*'] } }),
      'src/x.ts': target,
    };
    assert.equal(leadsTo('~/x', files), 'src/x.ts');
    assert.equal(leadsTo('~/x', { 'jsconfig.json': files['tsconfig.app.json'], 'src/x.ts': target }), 'src/x.ts');
  });

  it('takes the nearest configuration', () => {
    const files = {
      'tsconfig.json': config({ paths: { '@x': ['./far.ts'] } }),
      'src/tsconfig.json': config({ paths: { '@x': ['./near.ts'] } }),
      'far.ts': target,
      'src/near.ts': target,
    };
    assert.equal(leadsTo('@x', files), 'src/near.ts');
  });

  for (const [name, text, said] of [
    ['broken JSON', '{ "compilerOptions": { "paths": ', /not valid/],
    ['a circle of extends', '{"extends": "./tsconfig.json"}', /circular/i],
    ['a missing base', '{"extends": "./none.json"}', /none\.json/],
  ] as const) {
    it(`says ${name} once and goes on`, () => {
      const slice = sliceOfFiles({ 'tsconfig.json': text, 'src/main.ts': entry('@app/x'), 'src/b.ts': entry('lib/y') });
      assert.deepEqual(namesIn(slice), ['src/b.ts', 'src/main.ts']);
      assert.equal(slice.notices.length, 1);
      assert.match(slice.notices[0]?.message ?? '', said);
      assert.equal(slice.notices[0]?.incomplete, false);
    });
  }

  it('is silent about a base that is not installed', () => {
    const slice = sliceOfFiles({
      'tsconfig.json': '{"extends": "@tsconfig/node20/tsconfig.json"}',
      'a.ts': entry('@app/x'),
    });
    assert.deepEqual(slice.notices, []);
  });
});

describe('module resolution: packages of the workspace', () => {
  const manifest = (fields: object): string => JSON.stringify({ name: '@acme/lib', ...fields });
  const npm = { 'package.json': JSON.stringify({ workspaces: ['packages/*'] }) };
  const yarn = { 'package.json': JSON.stringify({ workspaces: { packages: ['packages/**', '!packages/old'] } }) };
  const pnpm = { 'pnpm-workspace.yaml': 'packages:\n  - "packages/*"  # all\n' };

  for (const [name, root] of Object.entries({ npm, yarn, pnpm })) {
    it(`finds the sources of a package of ${name}`, () => {
      const files = {
        ...root,
        'packages/lib/package.json': manifest({ main: 'dist/index.js' }),
        'packages/lib/src/index.ts': target,
      };
      assert.equal(leadsTo('@acme/lib', files, 'packages/app/main.ts'), 'packages/lib/src/index.ts');
    });
  }

  for (const [name, fields, specifier, file] of [
    ['source', { source: './lib/main.ts', main: './dist/main.js' }, '@acme/lib', 'lib/main.ts'],
    ['types', { types: './dist/types/index.d.ts' }, '@acme/lib', 'src/index.ts'],
    ['exports as text', { exports: './dist/index.mjs' }, '@acme/lib', 'src/index.ts'],
    ['conditions', { exports: { '.': { import: { default: './dist/esm/a.js' } } } }, '@acme/lib', 'src/a.ts'],
    ['a subpath', { exports: { './queue': './dist/queue.js' } }, '@acme/lib/queue', 'src/queue.ts'],
    ['a pattern', { exports: { './*': './dist/*/index.js' } }, '@acme/lib/queue', 'src/queue/index.ts'],
    ['no entry', {}, '@acme/lib', 'index.js'],
    ['a plain subpath', {}, '@acme/lib/queue', 'queue.ts'],
    ['built at the root', { main: './dist/index.js' }, '@acme/lib', 'index.ts'],
  ] as const) {
    it(`finds the entry by ${name}`, () => {
      const files = { ...npm, 'packages/lib/package.json': manifest(fields), [`packages/lib/${file}`]: target };
      assert.equal(leadsTo(specifier, files, 'packages/app/main.ts'), `packages/lib/${file}`);
    });
  }

  it('prefers sources to committed output', () => {
    const files = {
      ...npm,
      'packages/lib/package.json': manifest({ main: 'dist/index.js' }),
      'packages/lib/dist/index.js': 'exports.target = () => {}',
      'packages/lib/src/index.ts': target,
    };
    assert.equal(leadsTo('@acme/lib', files, 'packages/app/main.ts'), 'packages/lib/src/index.ts');
  });

  it('follows file: dependencies, subpath imports and a package’s own name', () => {
    const linked = {
      'package.json': JSON.stringify({ dependencies: { '@acme/lib': 'file:./vendor/lib' } }),
      'vendor/lib/package.json': manifest({}),
      'vendor/lib/index.ts': target,
    };
    assert.equal(leadsTo('@acme/lib', linked), 'vendor/lib/index.ts');
    const imports = {
      'package.json': JSON.stringify({ imports: { '#lib/*': './dist/lib/*.js' } }),
      'src/lib/x.ts': target,
    };
    assert.equal(leadsTo('#lib/x', imports), 'src/lib/x.ts');
    const self = { 'package.json': manifest({ exports: './dist/index.js' }), 'src/index.ts': target };
    assert.equal(leadsTo('@acme/lib', self), 'src/index.ts');
  });

  it('says broken manifests once and goes on', () => {
    const slice = sliceOfFiles({
      'package.json': '{',
      'pnpm-workspace.yaml': 'packages: [',
      'src/main.ts': entry('@acme/lib'),
    });
    assert.deepEqual(
      slice.notices.map(({ file }) => file),
      ['package.json', 'pnpm-workspace.yaml'],
    );
    assert.deepEqual(namesIn(slice), ['src/main.ts']);
  });

  it('gives a library’s stub before a folder that bears its name', () => {
    const files = {
      'tsconfig.json': '{"compilerOptions": {"baseUrl": "."}}',
      'somedb/index.ts': 'export class Pool {}',
    };
    const slice = sliceOfFiles({
      ...files,
      'main.ts': `import { Kafka } from 'somekafka'; import { Pool } from 'somedb'; new Pool(); new Kafka();`,
    });
    assert.deepEqual(namesIn(slice), ['main.ts']);
  });

  it('follows a workspace’s own declaration of a module', () => {
    const slice = sliceOf(
      createMemoryHost({
        'types/house.d.ts': `declare module 'house-queue' { /** @eos create-consumer */ export function consume(): void }`,
        'main.ts': `import { consume } from 'house-queue'; consume();`,
      }),
    );
    assert.deepEqual(namesIn(slice), ['main.ts', 'types/house.d.ts']);
  });
});
