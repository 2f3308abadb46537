import assert from 'node:assert/strict';
import type { CheckOptions } from './check/check-options.ts';
import type { CrashOptions } from './crash/crash-options.ts';
import type { GuaranteesOptions } from './guarantees/guarantees-options.ts';
import type { MapOptions } from './map/map-options.ts';
import { runProgram } from './program.ts';
import { fakeTerminal } from './testing/fake-terminal.ts';

async function run(...args: readonly string[]) {
  const terminal = fakeTerminal('/w');
  const checks: CheckOptions[] = [];
  const maps: MapOptions[] = [];
  const explained: string[] = [];
  const crashes: CrashOptions[] = [];
  const locks: GuaranteesOptions[] = [];
  const status = await runProgram(args, '1.2.3', terminal, {
    check: (options) => {
      checks.push(options);
      return Promise.resolve(1);
    },
    map: (options) => {
      maps.push(options);
      return Promise.resolve(0);
    },
    explain: (rule) => {
      explained.push(rule);
      return Promise.resolve(0);
    },
    crash: (options) => {
      crashes.push(options);
      return Promise.resolve(0);
    },
    guarantees: (options) => {
      locks.push(options);
      return Promise.resolve(0);
    },
  });
  return {
    status,
    options: checks[0],
    map: maps[0],
    crash: crashes[0],
    lock: locks[0],
    explained,
    out: terminal.printed(),
    err: terminal.complained(),
  };
}

describe('the command line', () => {
  it('checks by default', async () => {
    for (const args of [[], ['check']]) {
      const { status, options } = await run(...args);
      assert.equal(status, 1);
      assert.deepEqual(options, {
        paths: [],
        outputs: [{ format: 'pretty' }],
        rules: new Map(),
        fix: 'none',
        failOn: 'error',
        allowIncomplete: false,
        includeTests: false,
        quiet: false,
        timing: false,
        maxStates: 100_000,
        thorough: false,
        colour: undefined,
      });
    }
  });

  it('reads every option', async () => {
    const { options } = await run(
      ...['--preset', 'strict', '--config', 'c.json', '--rule', 'a=off', '--rule', 'b=error', '--format', 'pretty'],
      ...['--format', 'sarif=o.sarif', '--fix-unsafe', '--fail-on', 'info', '--max-warnings', '0', '--no-color'],
      ...['--allow-incomplete', '--include-tests', '--quiet', '--timing', '--max-states', '7', '--thorough', 'a b'],
      'src',
    );
    assert.deepEqual(options, {
      paths: ['a b', 'src'],
      outputs: [{ format: 'pretty' }, { format: 'sarif', file: 'o.sarif' }],
      preset: 'strict',
      config: 'c.json',
      maxWarnings: 0,
      rules: new Map([
        ['a', 'off'],
        ['b', 'error'],
      ]),
      fix: 'unsafe',
      failOn: 'info',
      allowIncomplete: true,
      includeTests: true,
      quiet: true,
      timing: true,
      maxStates: 7,
      thorough: true,
      colour: false,
    });
  });

  it('knows no option that does nothing yet', async () => {
    for (const option of ['--baseline', '--update-baseline', '--since', '--cache', '--watch']) {
      const { status, options, err } = await run(option, 'x');
      assert.equal(status, 2, option);
      assert.equal(options, undefined);
      assert.match(err, new RegExp(`^kafka-eos: unknown option '${option}'.*\n$`));
    }
  });

  it('says in one line what is wrong with a value', async () => {
    const wrong = [
      ['--format', 'junit'],
      ['--rule', 'x'],
      ['--max-warnings', 'many'],
      ['--fail-on', 'never'],
      ['--preset', 'all'],
      ['--format', 'json', '--format', 'sarif'],
      ['--config'],
      ['explain'],
      ['explain', 'a', 'b'],
    ];
    for (const args of wrong) {
      const { status, out, err } = await run(...args);
      assert.equal(status, 2, args.join(' '));
      assert.equal(out, '');
      assert.match(err, /^kafka-eos: [^\n]+; see "kafka-eos --help"\n$/);
    }
  });

  it('lets no control character of an argument through', async () => {
    const { err } = await run('--\u001B[2J', '--format', '\u001B]0;x\u0007');
    assert.doesNotMatch(err, /(?!\n)\p{Cc}/u);
  });

  it('explains', async () => {
    const { status, explained } = await run('explain', 'in-memory-dedup');
    assert.equal(status, 0);
    assert.deepEqual(explained, ['in-memory-dedup']);
  });

  it('asks for a crash table', async () => {
    const { status, crash } = await run('crash', 'src/a.ts:12');
    assert.equal(status, 0);
    const usual = { allowIncomplete: false, includeTests: false, maxStates: 100_000, colour: undefined };
    assert.deepEqual(crash, { place: 'src/a.ts:12', format: 'text', ...usual });
    const all = ['--format', 'json', '--output', 'o', '--allow-incomplete', '--include-tests', '--max-states', '9'];
    assert.deepEqual((await run('crash', 'a.ts', ...all, '--color')).crash, {
      ...{ place: 'a.ts', format: 'json', output: 'o', colour: true },
      ...{ allowIncomplete: true, includeTests: true, maxStates: 9 },
    });
    assert.equal((await run('crash')).status, 2);
  });

  it('asks for the guarantees', async () => {
    const usual = { allowIncomplete: false, includeTests: false, maxStates: 100_000, colour: undefined };
    assert.deepEqual((await run('guarantees')).lock, {
      ...{ paths: [], update: false, outputs: [{ format: 'text' }] },
      ...usual,
    });
    const formats = ['--format', 'json', '--format', 'markdown=o.md', '--output', 'o.json'];
    assert.deepEqual((await run('guarantees', '--update', 'a', 'b', ...formats)).lock, {
      ...{ paths: ['a', 'b'], update: true },
      outputs: [
        { format: 'json', file: 'o.json' },
        { format: 'markdown', file: 'o.md' },
      ],
      ...usual,
    });
    assert.match((await run('guarantees', '--format', 'sarif')).err, /there is no format "sarif"/);
  });

  it('tells its version and its options', async () => {
    assert.deepEqual((await run('--version')).out, '1.2.3\n');
    const { status, out } = await run('check', '--help');
    assert.equal(status, 0);
    assert.match(out, /--fix-unsafe/);
  });

  it('maps', async () => {
    const { status, map } = await run(
      'map',
      'services',
      '--format',
      'markdown',
      '--output',
      'docs/map.md',
      '--explain',
    );
    assert.equal(status, 0);
    assert.deepEqual(map, {
      paths: ['services'],
      outputs: [{ format: 'markdown', file: 'docs/map.md' }],
      explain: true,
      allowIncomplete: false,
      includeTests: false,
      maxStates: 100_000,
      colour: undefined,
    });
    assert.deepEqual((await run('map')).map?.outputs, [{ format: 'text' }]);
  });
});
