import { readFileSync } from 'node:fs';
import { runProgram, type Actions } from './program.ts';
import { failed, interrupted, type ExitStatus, type Terminal } from './terminal/output.ts';
import { cleanLine, safe } from './terminal/safe.ts';

const terminal: Terminal = {
  cwd: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  isWatched: process.stderr.isTTY,
  print: (text) => {
    process.stdout.write(text);
  },
  complain: (text) => {
    process.stderr.write(text);
  },
};

const version = versionOf(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));

// Whatever a command needs is loaded when it runs: `--help` and `--version` answer at once.
const actions: Actions = {
  check: async (options) => {
    const [{ checkCommand }, { runAnalysis }] = await Promise.all([
      import('./check/check-command.ts'),
      import('./check/run-analysis.ts'),
    ]);
    return checkCommand(options, terminal, version, runAnalysis);
  },
  map: async (options) => {
    const [{ mapCommand }, { runMap }] = await Promise.all([
      import('./map/map-command.ts'),
      import('./check/run-analysis.ts'),
    ]);
    return mapCommand(options, terminal, runMap);
  },
  explain: async (rule, flag) => {
    const [{ explainCommand }, { openRulePages }, { styleFor }] = await Promise.all([
      import('./explain/explain-command.ts'),
      import('./explain/rule-pages.ts'),
      import('./terminal/style.ts'),
    ]);
    const style = styleFor({ flag, env: terminal.env, isTerminal: terminal.isTerminal });
    return explainCommand(rule, openRulePages(), terminal, style);
  },
  crash: async (options) => {
    const [{ crashCommand }, { runFacts }] = await Promise.all([
      import('./crash/crash-command.ts'),
      import('./facts/run-facts.ts'),
    ]);
    return crashCommand(options, terminal, runFacts);
  },
  guarantees: async (options) => {
    const [{ guaranteesCommand }, { runFacts }] = await Promise.all([
      import('./guarantees/guarantees-command.ts'),
      import('./facts/run-facts.ts'),
    ]);
    return guaranteesCommand(options, terminal, runFacts);
  },
};

const output = { failed: false };

// A reader that has seen enough (`| head`) is no error, and changes nothing about the result.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || output.failed) return;
  output.failed = true;
  process.exitCode = failed;
  terminal.complain(safe`kafka-eos: the report could not be written: ${cleanLine(error.code ?? error.message)}\n`);
});
process.stderr.on('error', () => undefined);

process.once('SIGINT', () => {
  terminal.complain(safe`kafka-eos: interrupted; run the command again to get a result\n`);
  process.exit(interrupted);
});

const status = await run();
process.exitCode = output.failed ? failed : status;

async function run(): Promise<ExitStatus> {
  try {
    return await runProgram(process.argv.slice(2), version, terminal, actions);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    terminal.complain(safe`kafka-eos: internal error: ${cleanLine(message)}; please report it\n`);
    if ((process.env['KAFKA_EOS_DEBUG'] ?? '') !== '' && error instanceof Error) {
      for (const line of (error.stack ?? '').split('\n')) terminal.complain(safe`${cleanLine(line)}\n`);
    }
    return failed;
  }
}

function versionOf(manifest: unknown): string {
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return known && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
