import { log, error as logError } from 'node:console';
import { existsSync, readFileSync } from 'node:fs';
import { posix, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { sampleMessages } from './command/sample-messages.ts';
import { printUnits } from './command/print-units.ts';
import { simulate } from './simulator/simulate.ts';

const usage = `Executes a program with a fault at every step, and prints what becomes of its effects.

  node drills/dist/simulate.js FILE [options]

  FILE              what a process runs first; files that it imports are read from disk
  --schema FILE     SQL with CREATE TABLE statements, for unique keys
  --env NAME=VALUE  may be repeated
  --call NAME       an exported function that begins a transaction; gets the id of a message
  --start NAME      the export that starts the consumers
  --value JSON      the value of a message; {id} stands for what distinguishes the two
  --faults N        faults per run, 0 to 2
  --runs            tell the run behind each anomaly`;

class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        schema: { type: 'string', multiple: true, default: [] },
        env: { type: 'string', multiple: true, default: [] },
        call: { type: 'string', multiple: true, default: [] },
        start: { type: 'string' },
        value: { type: 'string' },
        faults: { type: 'string', default: '1' },
        runs: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : usage);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const [file] = positionals;
  if (file === undefined) throw new UsageError(usage);
  const files = new Map<string, string>();
  const entry = addFile(file, files);
  for (const schema of values.schema) addFile(schema, files);
  const messages = sampleMessages([...files.values()].join('\n'), values.value);
  const units = await simulate({ files, entry }, [messages], {
    env: Object.fromEntries(values.env.map((pair) => [pair.split('=')[0] ?? '', pair.split('=').slice(1).join('=')])),
    calls: values.call.map((name) => ({ export: name, args: [messages[0].id] })),
    faults: faultsOf(values.faults),
    ...(values.start === undefined ? {} : { start: values.start }),
  });
  log(printUnits(units, values.runs));
}

function faultsOf(text: string): 0 | 1 | 2 {
  if (text === '0') return 0;
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new UsageError('--faults is 0, 1 or 2');
}

/** Reads a file and what it imports, and gives the name under which the simulator knows it. */
function addFile(path: string, files: Map<string, string>): string {
  const name = relative(process.cwd(), resolve(path)).replaceAll('\\', '/');
  if (!existsSync(path)) throw new UsageError(`${path}: there is no such file`);
  if (files.has(name)) return name;
  const text = readFileSync(path, 'utf8');
  files.set(name, text);
  for (const [, specifier = ''] of text.matchAll(/\b(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
    const target = posix.join(posix.dirname(name), specifier);
    const stem = target.replace(/\.[cm]?js$/, '');
    const found = [target, `${stem}.ts`, `${target}.ts`, `${target}.js`, `${target}/index.ts`].find(isFile);
    if (found !== undefined) addFile(found, files);
  }
  return name;
}

function isFile(path: string): boolean {
  return /\.\w+$/.test(path) && existsSync(path);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  logError(error.message);
  process.exitCode = 2;
}
