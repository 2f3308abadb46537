import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { usageOf, type Usage } from '../process-tree.ts';
import { seededRandom } from '../random.ts';
import { formatTable } from '../table.ts';
import { writeMonorepo } from '../write-monorepo.ts';
import { deskAt, keystrokes, spots, type Desk } from './keystrokes.ts';
import { percentile } from './percentile.ts';
import { openEditor, type ScriptedEditor } from './scripted-editor.ts';

const packages = 30;
const warmUp = 100;
const edits = Number(process.argv[2] ?? 10_000);
const server = fileURLToPath(new URL('../../../server/bin/kafka-eos-language-server.js', import.meta.url));

/** Where the system has no `/proc`. */
const unknown: Usage = { memory: Number.NaN, processor: Number.NaN };

const folder = mkdtempSync(join(tmpdir(), 'kafka-eos-bench-editor-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const root = join(folder, 'monorepo');
  mkdirSync(root);
  mkdirSync(join(folder, 'modules'));
  const { files } = writeMonorepo(root, { packagesWithKafka: packages, packagesWithout: 0 }, join(folder, 'modules'));
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  console.log(`load ${loadavg()[0]?.toFixed(1) ?? '–'}; ${files.toLocaleString('en')} files, ${packages} with Kafka`);
  const desks = desksIn(root);
  const editor = await openEditor(server, root);
  for (const desk of desks) editor.open(desk);
  await typeAll(editor, desks);
  await editor.close();
}

/** One desk per spot in each of some packages, as many as an editor has documents open. */
function desksIn(root: string): readonly Desk[] {
  const names = readdirSync(join(root, 'packages')).sort();
  return names
    .filter((_, index) => index % 6 === 0)
    .flatMap((name) => {
      const folderOfPackage = join(root, 'packages', name, 'src');
      const paths = readdirSync(folderOfPackage).map((file) => join(folderOfPackage, file));
      const texts = new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
      return spots.map((spot) => deskAt(spot, texts));
    });
}

async function typeAll(editor: ScriptedEditor, desks: readonly Desk[]): Promise<void> {
  const strokes = keystrokes(desks, seededRandom(7));
  const times = new Map<string, number[]>(spots.map((spot) => [spot, []]));
  const type = async (count: number, measured: boolean): Promise<void> => {
    for (let typed = 0; typed < count; typed += 1) {
      const stroke = strokes.next().value;
      const started = performance.now();
      await editor.type(stroke);
      if (measured) times.get(stroke.desk.spot)?.push(performance.now() - started);
    }
  };
  // The first ones find the server still starting.
  await type(warmUp, false);
  const early = usageOf(editor.pid) ?? unknown;
  const memory = [[warmUp, early.memory]];
  for (const [from, to] of legs(edits)) {
    await type(to - from, true);
    memory.push([to, usageOf(editor.pid)?.memory ?? Number.NaN]);
  }
  const late = usageOf(editor.pid) ?? unknown;
  report(times);
  const perEdit = (late.processor - early.processor) / (edits - warmUp);
  console.log(`\nprocessor time per edit: ${(perEdit * 1000).toFixed(1)} ms`);
  console.log(`memory: ${memory.map(([count = 0, bytes = 0]) => `${megabytes(bytes)} after ${count}`).join(', ')} edits`);
}

/** The way from the first measurement of memory to the last, in parts that grow. */
function legs(last: number): readonly (readonly [number, number])[] {
  const stops = [warmUp, ...[300, 1000, 3000].filter((stop) => stop < last), last];
  return stops.slice(1).map((stop, index) => [stops[index] ?? warmUp, stop]);
}

function report(times: ReadonlyMap<string, readonly number[]>): void {
  const rows = [...times, ['all', [...times.values()].flat()] as const].map(([spot, own]) => [
    spot,
    String(own.length),
    percentile(own, 0.5).toFixed(1),
    percentile(own, 0.95).toFixed(1),
    percentile(own, 1).toFixed(1),
  ]);
  console.log(`\n${formatTable([['change to diagnostics, ms', 'edits', 'median', '95th', 'worst'], ...rows])}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
