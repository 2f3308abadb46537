import assert from 'node:assert/strict';
import { simulateSource, verdictsOf } from '../../testing/simulated-source.ts';
import type { SimulatedUnit } from '../api.ts';
import { CompiledProgram } from './compiled-program.ts';

const library = `
import { Kafka } from 'kafkajs';
export const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'group' });
await consumer.subscribe({ topic: 'in', fromBeginning: true });
`;

async function simulated(
  main: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly SimulatedUnit[]> {
  return simulateSource(main, { files });
}

describe('a program of several files', () => {
  it('may wait at its top level, in the entry as well as in what it imports', async () => {
    const main = `
import { consumer } from './kafka.js';
enum Topic { Out = 'https://out/' }
class Handler { constructor(private readonly url: string) {} handle(id: string) { return fetch(this.url + id, { method: 'PUT' }); } }
const handler = new Handler(Topic.Out);
await consumer.run({ eachMessage: async ({ message }) => { await handler.handle(String(message.key)); } });`;
    const units = await simulated(main, { 'kafka.ts': library });
    assert.deepEqual(verdictsOf(units), ['PUT https://out/{message}: effectively-once']);
    const column = (main.split('\n')[3]?.indexOf('fetch(') ?? 0) + 1;
    const callers = [{ file: 'main.ts', line: 6, column: (main.split('\n')[5]?.indexOf('handle(') ?? 0) + 1 }];
    assert.deepEqual(units[0]?.effects[0]?.site, { file: 'main.ts', line: 4, column, callers });
  });

  it('may be JavaScript that calls require', async () => {
    const main = `
const { Kafka } = require('kafkajs');
const { mail } = require('./mail');
const settings = require('./settings.json');
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: settings.group });
module.exports.start = async () => {
  await consumer.subscribe({ topics: [/^in/] });
  await consumer.run({ eachMessage: ({ message }) => mail(message.key.toString()) });
};`;
    const mail = `
const nodemailer = require('nodemailer');
exports.mail = (to) => new Promise((resolve, reject) => nodemailer.createTransport().sendMail({ to, subject: 'Hi' }, (error) => error ? reject(error) : resolve()));`;
    const units = await simulated(main.replaceAll('\r', ''), {
      'mail/index.js': mail,
      'settings.json': '{"group":"mails"}',
    });
    assert.deepEqual(verdictsOf(units), ['mail "Hi": at-least-once (duplicate)']);
    assert.equal(units[0]?.name, 'mails <- ^in');
  });

  it('may import in a circle', () => {
    const program = new CompiledProgram({
      files: new Map([
        ['a.ts', `import { b } from './b'; export const a = () => b;`],
        ['b.ts', `import { a } from './a.ts'; export const b = () => a;`],
      ]),
      entry: './a.ts',
    });
    assert.deepEqual(program.waitingImports(), []);
    assert.deepEqual(program.module('a.ts').imports, ['b.ts']);
  });
});
