import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../testing/run-command.ts';
import { soundHandler } from '../testing/sample-workspace.ts';
import { inFolder } from '../testing/temporary-folder.ts';
import { mapFormats } from './map-options.ts';

const examples = fileURLToPath(new URL('../../../examples/payments', import.meta.url));

describe('kafka-eos map, as a process', function () {
  this.timeout(60_000);

  it('tells the trapped example from the corrected one', async () => {
    const summary = async (name: string): Promise<readonly string[]> => {
      const { status, out, err } = await runCommand(['map', name], { cwd: examples });
      assert.deepEqual([status, err], [0, '']);
      return out.split('\n').slice(0, 2);
    };
    assert.deepEqual(await summary('trapped'), [
      'Exactly once where? 2 services, 2 pipelines, 4 effects',
      '↻ 4 may repeat',
    ]);
    assert.deepEqual(await summary('corrected'), [
      'Exactly once where? 2 services, 2 pipelines, 6 effects',
      '✓ 6 once',
    ]);
  });

  it('shows where the trapped example is not exactly-once', async () => {
    const { out } = await runCommand(['map', 'trapped'], { cwd: examples });
    assert.match(out, /┃ ↻ send → payments\.requested +at least once\n/);
    assert.match(
      out,
      /not in the transaction\n {2}✗ input offset +moved by auto-commit\n {2}↻ INSERT INTO payment_requests/,
    );
    assert.match(
      out,
      /payments\.requested\n {4}from orders \(in a transaction\)\n {4}to {3}payments \(read_uncommitted: /,
    );
    assert.match(out, /orders\.placed +nobody here writes it\n/);
  });

  it('prints the same bytes every time, in every format, wherever it is run', async () => {
    const formats = mapFormats.filter((format) => format !== 'text');
    const asFiles = (folder: string) => formats.flatMap((format) => ['--format', `${format}=${folder}/map.${format}`]);
    await inFolder({}, async (folder) => {
      await runCommand(['map', 'trapped', ...asFiles(folder)], { cwd: examples });
      const once = formats.map((format) => readFileSync(join(folder, `map.${format}`), 'utf8'));
      await runCommand(['map', '.', ...asFiles(folder)], { cwd: join(examples, 'trapped') });
      assert.deepEqual(
        formats.map((format) => readFileSync(join(folder, `map.${format}`), 'utf8')),
        once,
      );
      for (const text of once) assert.doesNotMatch(text, /\b20\d\d-\d\d-\d\d\b/);
    });
  });

  it('answers bad input with one line', () =>
    inFolder({ 'a.ts': soundHandler }, async (cwd) => {
      const wrong = [
        { args: ['map', 'nope'], says: /there is no file or folder "nope"/ },
        { args: ['map', '--format', 'markdwn'], says: /there is no format "markdwn"; did you mean "markdown"\?/ },
        { args: ['map', '--format', 'svg', '--format', 'html'], says: /svg and html would both go to one place/ },
        { args: ['map', '--max-states', '0'], says: /a whole number of at least 1/ },
        { args: ['map', '--preset', 'strict'], says: /unknown option '--preset'/ },
        { args: ['mapp'], says: /did you mean the command "map"\?/ },
      ];
      for (const { args, says } of wrong) {
        const { status, out, err } = await runCommand(args, { cwd });
        assert.deepEqual([status, out], [2, ''], args.join(' '));
        assert.match(err, says);
        assert.match(err, /^kafka-eos: [^\n]+\n$/);
      }
    }));

  it('says that the analysis is not complete', () =>
    inFolder({ 'a.ts': Buffer.concat([Buffer.from(soundHandler), Buffer.from([0x2f, 0x2f, 0xff])]) }, async (cwd) => {
      const { status, err } = await runCommand(['map'], { cwd });
      assert.equal(status, 2);
      assert.match(err, /^kafka-eos: not everything could be analysed \(a\.ts: The file is not valid UTF-8/);
    }));

  it('has no colours in a pipe, unless that is wanted', () =>
    inFolder({ 'a.ts': soundHandler }, async (cwd) => {
      const plain = await runCommand(['map'], { cwd });
      const coloured = await runCommand(['map', '--color'], { cwd });
      assert.deepEqual([plain.out.includes('\u001B'), coloured.out.includes('\u001B')], [false, true]);
    }));

  it('tells what its options are', async () => {
    const { out } = await runCommand(['map', '--help'], { cwd: examples });
    assert.match(out, /--explain +list what is unknown/);
    assert.match(out, /text, mermaid, svg, html, json, markdown/);
  });
});
