import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import ts from '../typescript.ts';
import { createMemoryHost } from './memory-host.ts';
import { namesIn, sliceOf, sliceOfFiles, typeOf } from './slice-samples.test.ts';
import type { FileContent } from './workspace-host.ts';

const kafkaCode = `import { Kafka } from 'somekafka';\nexport const kafka = new Kafka();\n`;

describe('openSlice: the program', () => {
  it('gives libraries their stub and everything else of npm nothing', () => {
    const slice = sliceOfFiles({
      'a.ts': `import { Kafka } from 'somekafka'; import { Pool } from 'somedb'; import express from 'express';
        export const producer = new Kafka().producer(); export const pool = new Pool(); export const app = express();`,
    });
    assert.equal(typeOf(slice, 'a.ts', 'producer'), 'Producer');
    assert.equal(typeOf(slice, 'a.ts', 'pool'), 'Pool');
    assert.equal(typeOf(slice, 'a.ts', 'app'), 'any');
    assert.deepEqual(slice.clients, ['somekafka']);
    const stubs = slice.program.getSourceFiles().map((file) => slice.stubOf(file)?.packageName);
    assert.ok(stubs.includes('somedb'));
  });

  it('types plain JavaScript', () => {
    const slice = sliceOfFiles({
      'a.js': `const { Kafka } = require('somekafka'); const kafka = new Kafka(); module.exports = { kafka };`,
      'b.js': `const { kafka } = require('./a'); const producer = kafka.producer(); producer.send({});`,
      'c.mjs': `import lib from './a.js'; const consumer = lib.kafka.consumer();`,
      'd.js': `/** @param {import('somekafka').Producer} producer */ function send(producer) {}`,
    });
    assert.equal(typeOf(slice, 'b.js', 'producer'), 'Producer');
    assert.equal(typeOf(slice, 'c.mjs', 'consumer'), 'Consumer');
    assert.equal(typeOf(slice, 'd.js', 'send'), '(producer: Producer) => void');
  });

  it('types a library that TypeScript code requires', () => {
    const slice = sliceOfFiles({
      'a.ts': `const { Kafka } = require('somekafka'); const producer = new Kafka().producer();`,
    });
    assert.equal(typeOf(slice, 'a.ts', 'producer'), 'Producer');
  });

  it('keeps the names of two scripts apart', () => {
    const slice = sliceOfFiles({
      'a.js': `const client = new (require('somekafka').Kafka)();`,
      'b.js': `const client = new (require('somekafka').Kafka)().producer();`,
    });
    assert.equal(typeOf(slice, 'a.js', 'client'), 'Kafka');
    assert.equal(typeOf(slice, 'b.js', 'client'), 'Producer');
  });
});

describe('openSlice: places', () => {
  it('are TypeScript’s, whatever the marks and line breaks', () => {
    const slice = sliceOfFiles({
      'a.ts': `\uFEFFimport { Kafka } from 'somekafka';\r\n\r/* 😀 */ new Kafka();\u2028new Kafka();`,
    });
    const [file] = slice.files;
    assert.ok(file);
    const places = file.statements.map((statement) => slice.placeOf(statement).start);
    assert.deepEqual(places, [
      { line: 1, column: 1 },
      { line: 3, column: 10 },
      { line: 4, column: 1 },
    ]);
    assert.equal(slice.placeOf(file).file, 'a.ts');
  });
});

describe('openSlice: what goes wrong is said', () => {
  it('a syntax error, with its line; the rest is analysed', () => {
    const slice = sliceOfFiles({
      'a.ts': `${kafkaCode}const = ;\nexport const late = kafka.producer();`,
      'b.ts': kafkaCode,
    });
    assert.equal(typeOf(slice, 'a.ts', 'late'), 'Producer');
    assert.deepEqual(
      slice.notices.map(({ file, incomplete }) => [file, incomplete]),
      [['a.ts', true]],
    );
    assert.match(slice.notices[0]?.message ?? '', /line 3/);
  });

  it('a file that cannot be read', () => {
    const base = createMemoryHost({ 'a.ts': kafkaCode, 'b.ts': kafkaCode });
    const denied: FileContent = { kind: 'unreadable', reason: 'EACCES' };
    const slice = sliceOf({ ...base, readFile: (path) => (path.endsWith('/b.ts') ? denied : base.readFile(path)) });
    assert.deepEqual(namesIn(slice), ['a.ts']);
    assert.deepEqual(
      slice.notices.map(({ file, incomplete }) => [file, incomplete]),
      [['b.ts', true]],
    );
  });

  it('a file too large, in UTF-16 or binary, if it belongs to the slice', () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...[...Buffer.from(kafkaCode)].flatMap((each) => [each, 0])]);
    const large = `${kafkaCode}${'export const x = 1;\n'.repeat(550_000)}`;
    const slice = sliceOfFiles({
      'large.ts': large,
      'utf16.ts': utf16,
      'binary.ts': `${kafkaCode}\0`,
      'latin1.ts': Uint8Array.from(Buffer.from(`${kafkaCode}// é`, 'latin1')),
      'elsewhere.ts': 'x\0',
      'elsewhere-large.js': 'x;'.repeat(5_000_000),
    });
    assert.deepEqual(
      slice.notices.map(({ file }) => file),
      ['binary.ts', 'large.ts', 'latin1.ts', 'utf16.ts'],
    );
    assert.ok(slice.notices.every(({ incomplete }) => incomplete));
    assert.deepEqual(namesIn(slice), ['latin1.ts']);
  });

  it('a requested path that does not exist', () => {
    const slice = sliceOf(createMemoryHost({ 'a.ts': kafkaCode }), { paths: ['/workspace/none'] });
    assert.deepEqual(
      slice.notices.map(({ file, incomplete }) => [file, incomplete]),
      [['none', true]],
    );
  });

  it('a slice that grows beyond all bounds', () => {
    const slice = sliceOf(createMemoryHost({ 'a.ts': kafkaCode, 'b.ts': kafkaCode, 'c.ts': kafkaCode }), {
      mostFiles: 2,
    });
    assert.deepEqual(namesIn(slice), ['a.ts', 'b.ts']);
    assert.deepEqual(
      slice.notices.map(({ message, incomplete }) => [/More than 2 files/.test(message), incomplete]),
      [[true, true]],
    );
  });

  it('code nested beyond any stack', () => {
    const slice = sliceOfFiles({ 'a.ts': kafkaCode, 'deep.ts': `${kafkaCode}${'['.repeat(1_000_000)}` });
    assert.deepEqual(namesIn(slice), ['a.ts']);
    assert.match(slice.notices[0]?.message ?? '', /nested too deeply/);
  });

  // Statements that nest without brackets are not seen by the estimate; the stack then says so itself.
  it('code whose nesting shows only while it is parsed', () => {
    const slice = sliceOfFiles({
      'a.ts': kafkaCode,
      'deep.ts': `${kafkaCode}${'if (x) y(); else '.repeat(100_000)}z();`,
    });
    assert.ok(namesIn(slice).includes('a.ts'));
    assert.equal(slice.notices.length, 1);
  });
});

describe('openSlice: deep code on a large stack', () => {
  const shapes = {
    calls: `${'f('.repeat(5000)}0${')'.repeat(5000)}`,
    arrays: `${'['.repeat(5000)}${']'.repeat(5000)}`,
    chain: `p${'.then(f)'.repeat(5000)}`,
    functions: `${'function f() {'.repeat(5000)}${'}'.repeat(5000)}`,
    sum: `x = ${'1 + '.repeat(5000)}1`,
    choices: `x = ${'a ? b : '.repeat(5000)}c`,
  };
  for (const [shape, code] of Object.entries(shapes)) {
    it(`analyses 5,000 levels of ${shape}`, async () => {
      const answer = await analysedInWorker({
        'deep.js': `require('somekafka');\n${code};\nconst late = new (require('somekafka').Kafka)();`,
      });
      assert.deepEqual(answer, { names: ['deep.js'], notices: [], late: 'Kafka' });
    });
  }
});

/** The slice of some files, opened and checked on a stack of 64 MB. */
async function analysedInWorker(files: Readonly<Record<string, string>>): Promise<unknown> {
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.samples).then(({ sliceOfFiles, namesIn, typeOf }) => {
      const slice = sliceOfFiles(workerData.files);
      const [name] = Object.keys(workerData.files);
      parentPort.postMessage({ names: namesIn(slice), notices: slice.notices, late: typeOf(slice, name, 'late') });
    });`;
  const samples = new URL('./slice-samples.test.js', import.meta.url).href;
  const worker = new Worker(code, { eval: true, workerData: { samples, files }, resourceLimits: { stackSizeMb: 64 } });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
  } finally {
    await worker.terminate();
  }
}

describe('openSlice: other files of the workspace', () => {
  const slice = sliceOfFiles({
    'migrations/2.sql': 'create table b();',
    'migrations/1.sql': 'create table a();',
    'prisma/schema.prisma': 'model A {}',
    'dist/old.sql': '',
    '.gitignore': 'dist',
    'a.ts': kafkaCode,
  });

  it('are found by extension and read as text', () => {
    assert.deepEqual(slice.texts.findFiles(['.sql', '.prisma']), [
      '/workspace/migrations/1.sql',
      '/workspace/migrations/2.sql',
      '/workspace/prisma/schema.prisma',
    ]);
    assert.equal(slice.texts.readText('/workspace/prisma/schema.prisma'), 'model A {}');
    assert.equal(slice.texts.readText('/workspace/none.sql'), undefined);
  });
});

describe('openSlice: comments for the tool', () => {
  it('are found in files of the slice', () => {
    const slice = sliceOfFiles({ 'a.ts': `${kafkaCode}// kafka-eos-disable-next-line x -- y\nkafka.producer();` });
    assert.deepEqual(
      slice.directives.map(({ text, nextLine }) => [text, nextLine]),
      [['kafka-eos-disable-next-line x -- y', 4]],
    );
    assert.equal(slice.directives[0]?.place.start.line, 3);
    assert.ok(ts.isSourceFile(slice.files[0] ?? assert.fail()));
  });
});
