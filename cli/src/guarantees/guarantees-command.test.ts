import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { directFacts } from '../testing/direct-facts.ts';
import { fakeTerminal } from '../testing/fake-terminal.ts';
import { inFolder } from '../testing/temporary-folder.ts';
import { guaranteesCommand } from './guarantees-command.ts';
import type { GuaranteesOptions } from './guarantees-options.ts';

const usual: GuaranteesOptions = {
  paths: [],
  update: false,
  outputs: [{ format: 'text' }],
  allowIncomplete: false,
  includeTests: false,
  maxStates: 20_000,
  colour: undefined,
};

const lock = 'kafka-eos.lock.json';

const handler = (name: string, call: string): string => `import { Kafka } from 'kafkajs';
import Stripe from 'stripe';
const stripe = new Stripe('');
const consumer = new Kafka({ brokers: [] }).consumer({ groupId: '${name}' });
export async function ${name}(): Promise<void> {
  await consumer.run({
    eachMessage: async ({ topic, partition, message }) => {
      const key = \`\${topic}-\${partition}-\${message.offset}\`;
      ${call}
    },
  });
}
`;

const charge = "await stripe.paymentIntents.create({ amount: 1, currency: 'eur' }";
const keyed = `${charge}, { idempotencyKey: key });`;
const plain = `${charge});`;

const workspace = { 'a/main.ts': handler('pay', keyed), 'b/main.ts': handler('mail', keyed) };

async function run(cwd: string, change: Partial<GuaranteesOptions> = {}) {
  const terminal = fakeTerminal(cwd);
  const status = await guaranteesCommand({ ...usual, ...change }, terminal, directFacts);
  return { status, out: terminal.printed(), err: terminal.complained() };
}

const textIn = (cwd: string, file = lock): string => readFileSync(join(cwd, file), 'utf8');

describe('kafka-eos guarantees', function () {
  this.timeout(60_000);

  it('is not green without a lock, and says how to get one', () =>
    inFolder(workspace, async (cwd) => {
      const { status, err } = await run(cwd);
      assert.equal(status, 2);
      assert.match(
        err,
        /^kafka-eos: there is no kafka-eos\.lock\.json to compare with; "kafka-eos guarantees --update" writes it[^\n]*\n$/,
      );
      assert.ok(!existsSync(join(cwd, lock)));
    }));

  it('writes the lock, and agrees with it', () =>
    inFolder(workspace, async (cwd) => {
      const made = await run(cwd, { update: true });
      assert.deepEqual([made.status, made.err], [0, '']);
      assert.match(made.out, /Wrote kafka-eos\.lock\.json: 2 handlers, 2 effects\.\n/);
      const text = textIn(cwd);
      assert.match(text, /"stripe\.paymentIntents\.create in pay\.eachMessage": \{ "guarantee": "effectively-once"/);
      const same = await run(cwd);
      assert.deepEqual([same.status, same.err], [0, '']);
      await run(cwd, { update: true });
      assert.equal(textIn(cwd), text);
      assert.deepEqual(readdirSync(cwd).sort(), ['a', 'b', lock]);
    }));

  it('fails for what got weaker, until somebody agrees', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      writeFileSync(join(cwd, 'a/main.ts'), handler('pay', plain));
      const { status, out, err } = await run(cwd);
      assert.equal(status, 1);
      assert.match(
        out,
        /✗ weaker {3}stripe\.paymentIntents\.create in pay\.eachMessage\n.*effectively-once → at-least-once {2}a\/main\.ts:9/,
      );
      assert.match(out, /why its idempotency key is gone {2}a\/main\.ts:9:/);
      assert.match(out, /run 3\. ✗ the process crashes/);
      assert.match(err, /^kafka-eos: 1 guarantee is not what kafka-eos\.lock\.json agrees to; [^\n]+\n$/);
      assert.equal((await run(cwd, { update: true })).status, 0);
      assert.equal((await run(cwd)).status, 0);
      writeFileSync(join(cwd, 'a/main.ts'), handler('pay', keyed));
      const better = await run(cwd);
      assert.equal(better.status, 0);
      assert.match(better.out, /✓ stronger .*\n.*at-least-once → effectively-once[^]*Keep what was gained/);
    }));

  it('fails for a new effect below effectively-once', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      writeFileSync(join(cwd, 'c.ts'), handler('more', plain));
      assert.equal((await run(cwd)).status, 1);
      writeFileSync(join(cwd, 'c.ts'), handler('more', keyed));
      const { status, out } = await run(cwd);
      assert.equal(status, 0);
      assert.match(out, /handler more\.eachMessage at c\.ts:7 \(new\)/);
    }));

  it('looks at the paths that are named, and leaves the others alone', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      writeFileSync(join(cwd, 'a/main.ts'), handler('pay', plain));
      assert.equal((await run(cwd, { paths: ['b'] })).status, 0);
      assert.equal((await run(cwd, { paths: ['a/main.ts'] })).status, 1);
      const before = textIn(cwd);
      await run(cwd, { paths: ['b'], update: true });
      assert.equal(textIn(cwd), before);
      assert.equal((await run(join(cwd, 'a'), { update: true })).status, 0);
      assert.notEqual(textIn(cwd), before);
      assert.ok(!existsSync(join(cwd, 'a', lock)));
    }));

  const bus = {
    'bus/index.ts': `import { Kafka, type EachMessagePayload } from 'kafkajs';
const kafka = new Kafka({ brokers: [] });
export async function subscribe(groupId: string, topic: string, handle: (raw: EachMessagePayload) => Promise<void>) {
  const consumer = kafka.consumer({ groupId });
  await consumer.subscribe({ topic });
  await consumer.run({ eachMessage: async (raw) => handle(raw) });
}
`,
    'docs/readme.md': '',
  };
  const user = (name: string, call: string): string => `import Stripe from 'stripe';
import { subscribe } from '../bus/index.ts';
const stripe = new Stripe('');
await subscribe('${name}', '${name}s', async ({ topic, partition, message }) => {
  const key = \`\${topic}-\${partition}-\${message.offset}\`;
  ${call}
});
`;

  it('looks at the handlers that run or use what is in the paths, wherever the wrapper is that takes them', () =>
    inFolder({ ...bus, 'a/main.ts': user('pay', keyed), 'b/main.ts': user('mail', keyed) }, async (cwd) => {
      const made = await run(cwd, { update: true });
      assert.match(made.out, /2 handlers, 2 effects/);
      writeFileSync(join(cwd, 'a/main.ts'), user('pay', plain));
      assert.equal((await run(cwd, { paths: ['a'] })).status, 1);
      assert.equal((await run(join(cwd, 'a'))).status, 1);
      assert.equal((await run(cwd, { paths: ['bus'] })).status, 1);
      const other = await run(cwd, { paths: ['b'] });
      assert.equal(other.status, 0);
      assert.match(other.out, /agrees with the code: 1 handler, 1 effect\./);
      const before = textIn(cwd);
      await run(cwd, { paths: ['b'], update: true });
      assert.equal(textIn(cwd), before);
      writeFileSync(join(cwd, 'b/main.ts'), user('mail', plain));
      await run(cwd, { paths: ['a'], update: true });
      assert.deepEqual((await run(cwd, { paths: ['a'] })).status, 0);
      assert.deepEqual((await run(cwd, { paths: ['b'] })).status, 1);
    }));

  it('does not take paths without handlers for agreement', () =>
    inFolder({ ...bus, 'a/main.ts': user('pay', keyed) }, async (cwd) => {
      await run(cwd, { update: true });
      const before = textIn(cwd);
      for (const update of [false, true]) {
        const { status, err } = await run(cwd, { paths: ['docs'], update });
        assert.equal(status, 2);
        assert.match(
          err,
          /^kafka-eos: there is nothing in docs to compare: [^\n]+; name the files and folders of handlers/,
        );
      }
      assert.equal(textIn(cwd), before);
    }));

  it('takes a handler that goes out of sight for unknown, and names the line that did it', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      const wrapped = handler('pay', keyed)
        .replace('async ({ topic', 'withTracing(async ({ topic')
        .replace('    },\n', '    }),\n');
      writeFileSync(join(cwd, 'a/main.ts'), `import { withTracing } from 'tracing';\n${wrapped}`);
      for (const paths of [[], ['a']]) {
        const { status, out } = await run(cwd, { paths });
        assert.equal(status, 1);
        assert.match(out, /handler pay\.eachMessage at a\/main\.ts:7 \(out of sight\)/);
        assert.match(
          out,
          /✗ weaker .*\n.*effectively-once → unknown\n\s+why its consumer is run with a handler out of sight: .* {2}a\/main\.ts:7:/,
        );
      }
      assert.equal((await run(cwd, { paths: ['b'] })).status, 0);
      rmSync(join(cwd, 'b'), { recursive: true });
      assert.equal((await run(cwd)).status, 1);
    }));

  it('takes what a wrapper is given out of sight for unknown, not for gone', () =>
    inFolder({ ...bus, 'a/main.ts': user('pay', keyed) }, async (cwd) => {
      await run(cwd, { update: true });
      const wrapped = user('pay', keyed)
        .replace('async ({', 'withTracing(async ({')
        .replace(/\}\);\n$/, '}));\n');
      writeFileSync(join(cwd, 'a/main.ts'), `import { withTracing } from 'tracing';\n${wrapped}`);
      const { status, out } = await run(cwd);
      assert.equal(status, 1);
      assert.match(
        out,
        /effectively-once → unknown\n\s+why it hands the message to something out of sight: `handle` {2}bus\/index\.ts:6:/,
      );
    }));

  it('touches nothing that it cannot read', () =>
    inFolder(workspace, async (cwd) => {
      const broken = ['<<<<<<< a\n{}\n=======\n{}\n>>>>>>> b\n', '{', '{ "version": 9, "units": {} }', '[]', ''];
      for (const text of broken) {
        writeFileSync(join(cwd, lock), text);
        for (const update of [false, true]) {
          const { status, err } = await run(cwd, { update });
          assert.equal(status, 2);
          assert.match(err, /^kafka-eos: kafka-eos\.lock\.json (?:has|is|was) [^\n]+\n$/);
          assert.equal(textIn(cwd), text);
        }
      }
    }));

  it('writes no lock that hides what it has not seen', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      const before = textIn(cwd);
      const incomplete = { maxStates: 2 };
      const refused = await run(cwd, { ...incomplete, update: true });
      assert.equal(refused.status, 2);
      assert.match(refused.err, /not everything could be analysed .*; nothing was written\n$/);
      assert.equal(textIn(cwd), before);
      assert.equal((await run(cwd, incomplete)).status, 2);
      const allowed = await run(cwd, { ...incomplete, allowIncomplete: true });
      assert.equal(allowed.status, 1);
      assert.match(allowed.out, /effectively-once → unknown/);
      await run(cwd, { ...incomplete, allowIncomplete: true, update: true });
      assert.match(textIn(cwd), /"guarantee": "unknown"/);
    }));

  it('does not take an empty workspace for a finished migration', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      const before = textIn(cwd);
      for (const folder of ['a', 'b']) rmSync(join(cwd, folder), { recursive: true });
      for (const update of [false, true]) {
        const { status, err } = await run(cwd, { update });
        assert.equal(status, 2);
        assert.match(err, /has handlers, but none is found any more/);
      }
      assert.equal(textIn(cwd), before);
      rmSync(join(cwd, lock));
      assert.match((await run(cwd)).err, /no Kafka handler found/);
    }));

  it('writes reports to files', () =>
    inFolder(workspace, async (cwd) => {
      await run(cwd, { update: true });
      const outputs = [{ format: 'json' }, { format: 'markdown', file: 'comment.md' }] as const;
      const { out } = await run(cwd, { outputs });
      assert.match(out, /^\{\n {2}"version": 1,/);
      assert.match(textIn(cwd, 'comment.md'), /^### Exactly once\? kafka-eos\.lock\.json agrees with the code/);
      const { status, err } = await run(cwd, { outputs: [{ format: 'text', file: 'no/such' }] });
      assert.deepEqual([status, /its folder does not exist/.test(err)], [2, true]);
    }));

  it('does not write through a link out of the workspace', () =>
    inFolder({ 'w/a.ts': handler('pay', keyed) }, async (folder) => {
      const cwd = join(folder, 'w');
      await run(cwd, { update: true });
      const text = textIn(cwd);
      writeFileSync(join(folder, 'outside.json'), text);
      rmSync(join(cwd, lock));
      symlinkSync(join(folder, 'outside.json'), join(cwd, lock));
      writeFileSync(join(cwd, 'a.ts'), handler('pay', plain));
      const { status, err } = await run(cwd, { update: true });
      assert.equal(status, 2);
      assert.match(err, /was not written: it is a link to a file outside the workspace/);
      assert.equal(textIn(folder, 'outside.json'), text);
    }));
});
