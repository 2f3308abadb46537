import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJsonReport, parseSarif } from './testing/parse-report.ts';
import { runCommand } from './testing/run-command.ts';
import { forgetfulHandler, soundHandler, uncommittedReader } from './testing/sample-workspace.ts';
import { inFolder } from './testing/temporary-folder.ts';

const unnamed = process.platform === 'win32' ? '' : '\u001B]0;owned\u0007';

describe('kafka-eos', function () {
  this.timeout(60_000);

  it('answers --version and --help without loading the analyzer', () =>
    inFolder({}, async (cwd) => {
      const version = await runCommand(['--version'], { cwd });
      assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
      assert.deepEqual([version.status, version.err], [0, '']);
      const help = await runCommand(['--help'], { cwd });
      assert.match(help.out, /explain/);
    }));

  it('exits with 0 for sound code, and says what it looked at', () =>
    inFolder({ 'src/a.ts': soundHandler }, async (cwd) => {
      const { status, out, err } = await runCommand([], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^Nothing found\. \(1 file, 1 handler, 0 transactions, kafkajs, \d+ ms\)\n$/);
    }));

  it('exits with 1 for findings, with the code and the run', () =>
    inFolder({ 'src/a.ts': forgetfulHandler }, async (cwd) => {
      const { status, out, err } = await runCommand(['check', 'src'], { cwd });
      assert.equal(status, 1);
      assert.match(out, /^error .*\n {2}at src\/a\.ts:14:/);
      assert.match(out, /run \d+\. src\/a\.ts:\d+:\d+ +✗ fault/);
      assert.match(out, /↻ replay/);
      assert.match(err, /^kafka-eos: 1 error; [^\n]+\n$/);
    }));

  it('says of what is tried again behind a guard that the retry repeats it', () => {
    const retried = `
      import { Kafka } from 'kafkajs';
      import pRetry from 'p-retry';
      import { Pool } from 'pg';
      import Stripe from 'stripe';
      const [pool, stripe] = [new Pool(), new Stripe('key')];
      const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'charges' });
      await consumer.run({
        eachMessage: async ({ message }) => {
          const { id, amount } = JSON.parse(String(message.value));
          const known = await pool.query('SELECT 1 FROM done WHERE id = $1', [id]);
          if (known.rows.length > 0) return;
          await pRetry(() => stripe.paymentIntents.create({ amount, currency: 'eur' }));
          await pool.query('INSERT INTO done (id) VALUES ($1) ON CONFLICT DO NOTHING', [id]);
        },
      });`;
    return inFolder({ 'a.ts': retried }, async (cwd) => {
      const { out } = await runCommand([], { cwd });
      assert.match(out, /paymentIntents\.create moves money for each attempt, not for each message/);
      assert.match(out, /the next attempt does it again/);
    });
  });

  it('prints the same bytes every time, but for the duration', () =>
    inFolder({ 'src/a.ts': forgetfulHandler, 'src/b.ts': uncommittedReader }, async (cwd) => {
      const once = await runCommand(['--format', 'json'], { cwd });
      const again = await runCommand(['--format', 'json'], { cwd });
      const timeless = (text: string): string => text.replace(/"durationMs": \d+/, '');
      assert.equal(timeless(once.out), timeless(again.out));
      const report = parseJsonReport(once.out);
      assert.deepEqual(
        report.findings.map(({ file, rule }) => `${file} ${rule}`),
        ['src/a.ts in-memory-dedup', 'src/b.ts read-uncommitted-consumer'],
      );
    }));

  it('shows a crash table and keeps a lock', () =>
    inFolder({ 'src/a.ts': forgetfulHandler }, async (cwd) => {
      const crash = await runCommand(['crash', 'src/a.ts:15'], { cwd });
      assert.deepEqual([crash.status, crash.err], [0, '']);
      assert.match(crash.out, /✗ after a\.ts:15 .* A duplicate\n/);
      assert.equal((await runCommand(['guarantees'], { cwd })).status, 2);
      assert.equal((await runCommand(['guarantees', '--update'], { cwd })).status, 0);
      const { status, out, err } = await runCommand(['guarantees'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /agrees with the code: 1 handler, 1 effect, 1 below effectively-once\.\n$/);
    }));

  it('says in words that there is no Kafka code', () =>
    inFolder({ 'a.ts': 'export const x = 1;\n' }, async (cwd) => {
      const { status, out, err } = await runCommand([], { cwd });
      assert.equal(status, 0);
      assert.match(out, /No Kafka code found\./);
      assert.match(err, /^kafka-eos: no Kafka code found: 1 file was looked at/);
    }));

  it('exits with 2 for what it cannot do', () =>
    inFolder({ 'a.ts': soundHandler, 'bad.json': '{ "rule": {} }', 'kafka-eos.config.json': '{}' }, async (cwd) => {
      const wrong = [
        { args: ['nope'], says: /there is no file or folder "nope"/ },
        { args: ['--config', 'gone.json'], says: /gone\.json: there is no such file/ },
        { args: ['--config', 'bad.json'], says: /bad\.json:1:3: unknown key "rule"; did you mean "rules"\?/ },
        {
          args: ['--rule', 'in-memory-dedupe=off'],
          says: /there is no rule "in-memory-dedupe"; did you mean "in-memory-dedup"\?/,
        },
        { args: ['--baseline', 'x'], says: /unknown option '--baseline'/ },
        { args: ['explain', 'in-memory-dedupe'], says: /did you mean "in-memory-dedup"\?/ },
        { args: ['--output', 'no/such/file'], says: /the report no\/such\/file was not written/ },
      ];
      for (const { args, says } of wrong) {
        const { status, err } = await runCommand(args, { cwd });
        assert.equal(status, 2, args.join(' '));
        assert.match(err, says);
        assert.match(err, /^kafka-eos: [^\n]+\n$/);
      }
    }));

  it('exits with 2 when a part could not be analysed, unless that is allowed', () =>
    inFolder({ 'a.ts': Buffer.concat([Buffer.from(soundHandler), Buffer.from([0x2f, 0x2f, 0xff])]) }, async (cwd) => {
      const strict = await runCommand([], { cwd });
      assert.equal(strict.status, 2);
      assert.match(strict.err, /a\.ts: The file is not valid UTF-8/);
      assert.equal((await runCommand(['--allow-incomplete'], { cwd })).status, 0);
    }));

  it('follows the nearest configuration, and the options before it', () =>
    inFolder(
      { 'a.ts': forgetfulHandler, 'kafka-eos.config.json': '{ "rules": { "in-memory-dedup": "warning" } }' },
      async (cwd) => {
        assert.equal((await runCommand([], { cwd })).status, 0);
        assert.equal((await runCommand(['--fail-on', 'warning'], { cwd })).status, 1);
        assert.equal((await runCommand(['--max-warnings', '0'], { cwd })).status, 1);
        assert.equal((await runCommand(['--rule', 'in-memory-dedup=error'], { cwd })).status, 1);
      },
    ));

  it('takes a suppression with a reason', () => {
    const comment = '      // kafka-eos-disable-next-line in-memory-dedup -- repeats are harmless here\n';
    const text = forgetfulHandler.replace('      if (handled', `${comment}      if (handled`);
    return inFolder({ 'a.ts': text }, async (cwd) => {
      assert.equal((await runCommand(['--fail-on', 'info'], { cwd })).status, 0);
    });
  });

  it('writes several reports', () =>
    inFolder({ 'a.ts': forgetfulHandler }, async (cwd) => {
      const { status, out } = await runCommand(['--format', 'compact', '--format', 'sarif=out.sarif'], { cwd });
      assert.equal(status, 1);
      assert.match(out, /^a\.ts:14:\d+: error: [^\n]+ \[in-memory-dedup\]\n$/);
      const results = parseSarif(readFileSync(join(cwd, 'out.sarif'), 'utf8')).runs[0]?.results;
      assert.equal(results?.[0]?.ruleId, 'in-memory-dedup');
    }));

  it('colours only where that is wanted', () =>
    inFolder({ 'a.ts': forgetfulHandler }, async (cwd) => {
      const escapes = async (args: readonly string[], env: Record<string, string>): Promise<boolean> =>
        (await runCommand(args, { cwd, env })).out.includes('\u001B');
      assert.equal(await escapes([], {}), false);
      assert.equal(await escapes([], { FORCE_COLOR: '1' }), true);
      assert.equal(await escapes(['--no-color'], { FORCE_COLOR: '1' }), false);
      assert.equal(await escapes(['--color'], { NO_COLOR: '1' }), true);
    }));

  it('applies safe fixes, to the byte, once', () => {
    const text = `\uFEFF${uncommittedReader.replaceAll('\n', '\r\n')}`;
    return inFolder({ 'my src/a.ts': text, 'my src/b.ts': forgetfulHandler }, async (cwd) => {
      const first = await runCommand(['--fix', '--rule', 'in-memory-dedup=off', 'my src'], { cwd });
      assert.equal(first.status, 0, first.err);
      assert.match(first.out, /^Fixed 1 problem in 1 file\./);
      const fixed = readFileSync(join(cwd, 'my src/a.ts'), 'utf8');
      assert.equal(
        fixed.replace("groupId: 'ledger'", ''),
        text.replace("groupId: 'ledger', readUncommitted: true", ''),
      );
      const second = await runCommand(['--fix', '--rule', 'in-memory-dedup=off'], { cwd });
      assert.match(second.out, /^Nothing found\./);
      assert.equal(readFileSync(join(cwd, 'my src/a.ts'), 'utf8'), fixed);
    });
  });

  it('does not write through a link that leads out of the workspace', () =>
    inFolder({ 'outside.ts': uncommittedReader }, async (folder) => {
      const cwd = join(folder, 'workspace');
      mkdirSync(cwd);
      writeFileSync(join(cwd, 'package.json'), '{}');
      symlinkSync(join(folder, 'outside.ts'), join(cwd, 'a.ts'));
      await runCommand(['--fix'], { cwd });
      assert.equal(readFileSync(join(folder, 'outside.ts'), 'utf8'), uncommittedReader);
    }));

  it('lets no name or text of others act on the terminal', () => {
    const label = 'handled.has(event.eventId)';
    const text = forgetfulHandler.replace(label, `${label} /* \u001B[2J \u202E */`);
    return inFolder({ [`${unnamed}::error::x.ts`]: text }, async (cwd) => {
      for (const format of ['pretty', 'compact', 'json', 'sarif', 'github']) {
        const { status, out, err } = await runCommand(['--format', format], { cwd });
        assert.equal(status, 1, format);
        assert.doesNotMatch(out + err, /(?!\n)[\p{Cc}\p{Bidi_Control}]/u, format);
        if (format !== 'github') assert.doesNotMatch(out + err, /^\s*::/m, format);
      }
    });
  });

  it('says nothing when its reader has gone', () =>
    inFolder({ 'a.ts': forgetfulHandler }, async (cwd) => {
      const { status, err } = await runCommand(['--format', 'json'], { cwd, closeOutput: true });
      assert.equal(status, 1);
      assert.match(err, /^kafka-eos: 1 error; [^\n]+\n$/);
    }));

  it('exits with 130 when it is interrupted', () =>
    inFolder({ 'a.ts': soundHandler }, async (cwd) => {
      // Interrupts as soon as the command is ready for it, whatever else it is doing then.
      const interrupt =
        "process.on('newListener', (n) => n === 'SIGINT' && setImmediate(() => process.kill(process.pid, n)))";
      const nodeOptions = ['--import', `data:text/javascript,${encodeURIComponent(interrupt)}`];
      const { status, out, err } = await runCommand([], { cwd, nodeOptions });
      assert.deepEqual([status, out], [130, '']);
      assert.equal(err, 'kafka-eos: interrupted; run the command again to get a result\n');
    }));

  it('does not wait for input', () =>
    inFolder({ 'a.ts': soundHandler }, async (cwd) => {
      assert.equal((await runCommand([], { cwd, openInput: true })).status, 0);
    }));

  it('survives code that is nested very deeply', () =>
    inFolder(
      { 'a.ts': `${soundHandler}export const deep = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n` },
      async (cwd) => {
        const { status, signal, err } = await runCommand([], { cwd });
        assert.equal(signal, null);
        assert.ok(status === 0 || status === 2, err);
        assert.doesNotMatch(err, /\n {4}at /);
      },
    ));

  it('explains a rule', () =>
    inFolder({}, async (cwd) => {
      const { status, out, err } = await runCommand(['explain', 'in-memory-dedup'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^in-memory-dedup\n/);
    }));
});
