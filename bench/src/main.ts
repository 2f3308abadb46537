import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measureOnce, medianCost, type Run } from './measure.ts';
import { comparison, growth, type Result } from './report.ts';
import { modules, ours, theirs, type Tool } from './tools.ts';
import { writeMonorepo, type MonorepoSize } from './write-monorepo.ts';

const runs = 3;
const packages = 30;

const folder = mkdtempSync(join(tmpdir(), 'kafka-eos-bench-'));
try {
  installTools();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log(`load ${loadavg()[0]?.toFixed(1) ?? '–'}; median of ${runs} runs after a warm-up; whole process trees\n`);
  const root = write('once', { packagesWithKafka: packages, packagesWithout: 0 });
  await compareTools(root);
  const doubled = write('doubled', { packagesWithKafka: packages, packagesWithout: packages });
  await compareSizes(root, doubled);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function installTools(): void {
  if (existsSync(modules)) return;
  console.log('installing the tools to compare with into bench/node_modules');
  const shell = process.platform === 'win32';
  execFileSync('npm', ['install', '--ignore-scripts'], { shell, cwd: dirname(modules), stdio: 'inherit' });
}

function write(name: string, size: MonorepoSize): string {
  const root = join(folder, name);
  mkdirSync(root);
  const { files, kafkaFiles, lines } = writeMonorepo(root, size, modules);
  const count = (value: number) => value.toLocaleString('en');
  console.log(`${count(files)} files, ${count(lines)} lines, ${count(kafkaFiles)} files with Kafka`);
  return root;
}

async function compareTools(root: string): Promise<void> {
  const results: Result[] = [];
  for (const tool of [ours, ...theirs]) {
    const found = foundBy(tool, await measureOnce(tool.command, root));
    const costs = [];
    for (let run = 0; run < runs; run += 1) costs.push((await measureOnce(tool.command, root)).cost);
    console.log(`  ${tool.name}: ${costs.map(({ seconds }) => seconds.toFixed(2)).join(', ')} s`);
    results.push({ name: tool.name, cost: medianCost(costs), found });
  }
  const [own, ...others] = results;
  if (own !== undefined) console.log(`\n${comparison(own, others)}\n`);
}

/** Runs in turns, so that whatever else the machine does meets both sizes. */
async function compareSizes(root: string, doubled: string): Promise<void> {
  const before = [];
  const after = [];
  foundBy(ours, await measureOnce(ours.command, doubled));
  for (let run = 0; run < runs; run += 1) {
    before.push((await measureOnce(ours.command, root)).cost);
    after.push((await measureOnce(ours.command, doubled)).cost);
  }
  console.log(`twice the files without Kafka: ${growth(medianCost(before), medianCost(after))}`);
}

function foundBy(tool: Tool, run: Run): string {
  const found = tool.found(run);
  if (found === undefined)
    throw new Error(`${tool.name} did not do its work (exit ${String(run.status)}): ${run.stderr}`);
  return found;
}
