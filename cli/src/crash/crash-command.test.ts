import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directFacts } from '../testing/direct-facts.ts';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { forgetfulHandler } from '../testing/sample-workspace.ts';
import { inFolder } from '../testing/temporary-folder.ts';
import { crashCommand } from './crash-command.ts';
import type { CrashOptions } from './crash-options.ts';

const options: Omit<CrashOptions, 'place'> = {
  format: 'text',
  allowIncomplete: false,
  includeTests: false,
  maxStates: 20_000,
  colour: undefined,
};

const charging = {
  'package.json': '{}',
  'src/main.ts': `import { Kafka } from 'kafkajs';
import { charge } from './charge.ts';
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'a' });
export async function start(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ message }) => {
      await charge(message);
    },
  });
  await consumer.run({ eachMessage: async () => console.log('nothing') });
}
`,
  'src/charge.ts': `import Stripe from 'stripe';
const stripe = new Stripe('');
export async function charge(order: unknown): Promise<void> {
  await stripe.paymentIntents.create({ amount: 1, currency: 'eur' });
}
export function unused(): void {}
`,
  'src/lonely.ts': 'export const x = 1;\n',
  'src/a.test.ts': 'export const x = 1;\n',
};

async function run(cwd: string, place: string, change: Partial<CrashOptions> = {}) {
  const terminal = fakeTerminal(cwd);
  const status = await crashCommand({ ...options, place, ...change }, terminal, directFacts);
  return { status, out: terminal.printed(), err: terminal.complained() };
}

describe('kafka-eos crash', function () {
  this.timeout(60_000);

  it('shows the table of a handler, by its file', () =>
    inFolder({ 'src/a.ts': forgetfulHandler }, async (cwd) => {
      const { status, out, err } = await run(cwd, 'src/a.ts');
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^handler eachMessage at src\/a\.ts:12\n {2}runs for each message, auto-commit on\n/);
      assert.match(out, /✗ after a\.ts:15 {2}await pool.* A {5}- {8}A {5}A duplicate\n/);
      assert.match(out, /✗ after a\.ts:16 {2}handled\.add.* A {5}handled {2}A {5}A duplicate\n/);
    }));

  it('finds the handler of any line that it runs', () =>
    inFolder(charging, async (cwd) => {
      for (const place of ['src/main.ts:7', 'src/charge.ts:4', 'src/charge.ts:3:5', 'src/charge.ts']) {
        const { status, out } = await run(cwd, place);
        assert.equal(status, 0, place);
        assert.equal(out.match(/^handler /gm)?.length, 1, place);
        assert.match(out, /A {2}stripe\.paymentIntents\.create/);
      }
      assert.equal((await run(cwd, 'src/main.ts')).out.match(/^handler /gm)?.length, 2);
    }));

  it('says what to name instead', () =>
    inFolder(charging, async (cwd) => {
      const wrong: readonly (readonly [string, RegExp])[] = [
        ['src/none.ts', /there is no file "src\/none\.ts"/],
        [
          'src/main.ts:2',
          /no handler runs line 2 of src\/main\.ts; it has eachMessage \(lines 6–8\), eachMessage \(line 10\)/,
        ],
        ['src/charge.ts:6', /no handler runs line 6 of src\/charge\.ts; it has code of eachMessage \(lines 3–5\)/],
        ['src/lonely.ts', /src\/lonely\.ts has no Kafka code.*; handlers are in src\/main\.ts/],
        ['src', /is a folder/],
      ];
      for (const [place, says] of wrong) {
        const { status, out, err } = await run(cwd, place);
        assert.deepEqual([status, out], [2, ''], place);
        assert.match(err, says);
        assert.match(err, /^kafka-eos: [^\n]+\n$/);
      }
    }));

  it('writes a file, and says when it cannot', () =>
    inFolder(charging, async (cwd) => {
      const { status, out } = await run(cwd, 'src/main.ts:7', { format: 'markdown', output: 'crash.md' });
      assert.deepEqual([status, out], [0, '']);
      assert.match(readFileSync(join(cwd, 'crash.md'), 'utf8'), /^### `eachMessage` at `src\/main\.ts:6`\n/);
      const { status: refused, err } = await run(cwd, 'src/main.ts', { output: 'no/crash.md' });
      assert.equal(refused, 2);
      assert.match(err, /its folder does not exist/);
    }));

  it('is not complete without a word about what is missing', () =>
    inFolder(charging, async (cwd) => {
      const { status, out, err } = await run(cwd, 'src/main.ts:7', { maxStates: 2 });
      assert.equal(status, 2);
      assert.match(out, /unknown/);
      assert.match(err, /not everything could be analysed .*--allow-incomplete/);
      assert.equal((await run(cwd, 'src/main.ts:7', { maxStates: 2, allowIncomplete: true })).status, 0);
    }));
});
