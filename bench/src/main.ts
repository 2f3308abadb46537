import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measureOnce, median } from './measure.ts';
import { formatTable } from './table.ts';
import { modules, ours, theirs, type Tool } from './tools.ts';
import { writeMonorepo, type MonorepoSize } from './write-monorepo.ts';

const runs = 3;
const packages = 30;

interface Result {
  readonly name: string;
  readonly seconds: number;
  /** NaN where the system does not say. */
  readonly bytes: number;
  readonly found: string;
}

if (!existsSync(modules)) {
  console.log('installing the tools to compare with into bench/node_modules');
  execFileSync('npm', ['install', '--ignore-scripts'], {
    shell: process.platform === 'win32',
    cwd: dirname(modules),
    stdio: 'inherit',
  });
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`Median of ${runs} runs after a warm-up; memory is the peak of the whole process tree.\n`);

const own = await inMonorepo({ packagesWithKafka: packages, packagesWithout: 0 }, async (root) => {
  const result = await measure(ours, root);
  const others: Result[] = [];
  for (const tool of theirs) others.push(await measure(tool, root));
  console.log(`\n${comparison(result, others)}\n`);
  return result;
});
await inMonorepo({ packagesWithKafka: packages, packagesWithout: packages }, async (root) => {
  const doubled = await measure(ours, root);
  console.log(
    `\nTwice the files without Kafka: ${growth(own.seconds, doubled.seconds)} time, ${growth(own.bytes, doubled.bytes)} memory`,
  );
});

async function inMonorepo<T>(size: MonorepoSize, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'kafka-eos-bench-'));
  try {
    const { files, kafkaFiles, lines } = writeMonorepo(root, size, modules);
    const count = (value: number) => value.toLocaleString('en');
    console.log(`${count(files)} files, ${count(lines)} lines, ${count(kafkaFiles)} files with Kafka`);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(tool: Tool, root: string): Promise<Result> {
  const measured = [];
  for (let run = 0; run <= runs; run += 1) measured.push(await measureOnce(tool.command, root));
  const [warmUp, ...counted] = measured;
  const found = warmUp === undefined ? undefined : tool.found(warmUp);
  if (found === undefined) {
    throw new Error(`${tool.name} did not do its work (exit ${String(warmUp?.status)}): ${warmUp?.stderr ?? ''}`);
  }
  const seconds = median(counted.map((run) => run.seconds));
  const bytes = median(counted.map((run) => run.peakBytes ?? Number.NaN));
  console.log(`  ${tool.name}: ${counted.map((run) => run.seconds.toFixed(2)).join(', ')} s`);
  return { name: tool.name, seconds, bytes, found };
}

function comparison(result: Result, others: readonly Result[]): string {
  const row = ({ name, seconds, bytes, found }: Result) => [
    name,
    seconds.toFixed(2),
    known(bytes / 2 ** 20, 0),
    known(result.seconds / seconds, 2),
    known(result.bytes / bytes, 2),
    found,
  ];
  const header = ['', 'seconds', 'MB', 'ours/theirs time', 'ours/theirs memory', 'found'];
  return formatTable([header, ...[result, ...others].map(row)]);
}

function growth(before: number, after: number): string {
  const percent = (after / before - 1) * 100;
  if (Number.isNaN(percent)) return 'unknown';
  return `${percent < 0 ? '' : '+'}${percent.toFixed(0)} %`;
}

function known(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
