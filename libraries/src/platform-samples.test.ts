import assert from 'node:assert/strict';
import ts from 'typescript';
import { programOf } from './program-of-stubs.test.ts';

/** What users write, and the tags that it must lead to. The last call or member of a line counts. */
const samples: readonly (readonly [code: string, ...tags: readonly string[]])[] = [
  ['new Date()', 'when 0 pure', 'when !0 unstable clock'],
  ['new Date().toISOString()', 'pure'],
  ['Date.now()', 'unstable clock'],
  ['Math.random()', 'unstable random'],
  ['performance.now()', 'unstable clock'],
  ['process.hrtime.bigint()', 'unstable clock'],
  ['process.pid', 'unstable process'],
  ['process.env', 'env'],
  ['hostname()', 'env'],
  ['randomUUID()', 'unstable random'],
  ['crypto.randomUUID()', 'unstable random'],
  ['nodeCrypto.randomBytes(16)', 'unstable random'],
  ["createHash('sha256').update('a').digest('hex')", 'pure'],
  ['v4()', 'unstable random'],
  ["v5('a', v5.URL)", 'pure'],
  ['nanoid()', 'unstable random'],
  ['shortId()', 'unstable random'],
  ['ulid()', 'unstable random'],
  ['cuid()', 'unstable random'],
  ["JSON.parse('{}')", 'pure'],
  ['JSON.stringify({})', 'pure'],
  ['Object.entries({}).map(([key]) => key)', 'calls 0 each', 'pure'],
  ["Buffer.from('a').toString('base64')", 'pure'],
  ["String('a')", 'pure'],
  ["'a'.padStart(3)", 'pure'],
  ['ids.includes(1)', 'check key=0'],
  ['ids.push(1)', 'fill key=0'],
  ['ids.forEach(() => {})', 'calls 0 each'],
  ['seen.has(1)', 'check key=0'],
  ['seen.add(1)', 'fill key=0'],
  ['table.get(1)', 'check key=0'],
  ["table.set(1, 'a')", 'fill key=0'],
  ['table.delete(1)', 'forget key=0'],
  ["lru.set('a', 1)", 'fill key=0'],
  ["lru.get('a')", 'check key=0'],
  ['Promise.allSettled([])', 'join all-settled'],
  ['Promise.resolve(1).then(() => 2)', 'then'],
  ['new Promise(() => {})', 'calls 0 once'],
  ['setTimeout(() => {}, 1)', 'calls 0 later'],
  ['setImmediate(() => {})', 'calls 0 later'],
  ['later(() => {}, 1)', 'calls 0 later'],
  ["emitter.on('a', () => {})", 'calls 1 later', 'listen name=0 listener=1'],
  ['storage.run(1, () => 2)', 'calls 1 once'],
  ['retry(async () => 1)', 'retries 0'],
  ['backOff(async () => 1)', 'retries 0'],
  ['limit(async () => 1)', 'calls 0 once'],
  ['queue.add(async () => 1)', 'calls 0 once'],
  ['mutex.runExclusive(async () => 1)', 'calls 0 once'],
  ["tracer.startActiveSpan('a', () => 1)", 'calls 1 once'],
  ["tracer.startActiveSpan('a', {}, () => 1)", 'calls 2 once'],
  ["dd.trace('a', () => 1)", 'calls 1 once'],
  ['_.debounce(() => {}, 1)', 'calls 0 later'],
  ['_.camelCase(1)', 'pure'],
  ["appendFile('a', 'b')", 'write file non-idempotent resource=0'],
  ["promises.appendFile('a', 'b')", 'write file non-idempotent resource=0'],
  ["existsSync('a')", 'read file resource=0'],
  ["promisify(unlinkSync)('a')", 'write file idempotent resource=0'],
  ["console.log('a')", 'log'],
  ["producer.send({ topic: 't', messages: [] })", 'produce topic=0.topic', 'settings send at=0'],
  ["transaction.send({ topic: 't', messages: [] })", 'produce in-transaction topic=0.topic', 'settings send at=0'],
  ["send({ topic: 't', messages: [] })", 'produce in-transaction topic=0.topic', 'settings send at=0'],
  ['transaction.commit()', 'commit'],
  ["consumer.seek({ topic: 't', partition: 0, offset: '1' })", 'seek'],
];

const setup = `
import { createHash, randomUUID } from 'node:crypto';
import nodeCrypto from 'crypto';
import { hostname } from 'os';
import EventEmitter from 'node:events';
import { AsyncLocalStorage } from 'async_hooks';
import { appendFile } from 'node:fs/promises';
import { existsSync, promises, unlinkSync } from 'fs';
import { promisify } from 'util';
import { setTimeout as later } from 'node:timers';
import { v4, v5 } from 'uuid';
import { customAlphabet, nanoid } from 'nanoid';
import { ulid } from 'ulid';
import cuid from 'cuid';
import { LRUCache } from 'lru-cache';
import retry from 'p-retry';
import { backOff } from 'exponential-backoff';
import pLimit from 'p-limit';
import PQueue from 'p-queue';
import { Mutex } from 'async-mutex';
import { trace } from '@opentelemetry/api';
import dd from 'dd-trace';
import _ from 'lodash';
import { Kafka } from 'kafkajs';
const ids: number[] = [];
const seen = new Set<number>();
const table = new Map<number, string>();
const lru = new LRUCache<string, number>({ max: 1 });
const emitter = new EventEmitter();
const storage = new AsyncLocalStorage<number>();
const shortId = customAlphabet('ab', 4);
const limit = pLimit(1);
const queue = new PQueue();
const mutex = new Mutex();
const tracer = trace.getTracer('a');
const kafka = new Kafka({ brokers: [] });
const consumer = kafka.consumer({ groupId: 'g' });
const producer = kafka.producer();
const transaction = await producer.transaction();
const { send } = transaction;
`;

function tagsOf(declaration: ts.Node | undefined): readonly string[] {
  if (declaration === undefined) return [];
  const tags = ts.getJSDocTags(declaration).filter((tag) => tag.tagName.text === 'eos');
  return tags.map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? '');
}

function meaningOf(checker: ts.TypeChecker, node: ts.Expression): readonly string[] {
  if (ts.isPropertyAccessExpression(node)) return tagsOf(checker.getSymbolAtLocation(node.name)?.declarations?.[0]);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  return tagsOf(checker.getResolvedSignature(node)?.declaration);
}

describe('what users write', () => {
  it('leads to the tags of the stubs', () => {
    const text = `${setup}${samples.map(([code]) => `${code};`).join('\n')}\nexport {};\n`;
    const program = programOf(new Map([['/w/samples.ts', text]]));
    const file = program.getSourceFile('/w/samples.ts');
    const lines = file?.statements.filter(ts.isExpressionStatement) ?? [];
    const found = lines.map(({ expression }) => [
      expression.getText(file),
      ...meaningOf(program.getTypeChecker(), expression),
    ]);
    assert.deepEqual(found, samples);
  });
});
