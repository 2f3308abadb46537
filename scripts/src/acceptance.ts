import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { notCoveredBecause, readCase, type AcceptanceCase } from './acceptance-cases.ts';
import { repository } from './repository.ts';

const suite = join(repository, '..', 'shared', 'acceptance');

const Results = v.object({ report: v.record(v.string(), v.object({ problems: v.array(v.string()) })) });

if (existsSync(join(suite, 'run.mjs'))) run(readCases());
else console.log('acceptance suite not found, skipped');

function run(cases: readonly AcceptanceCase[]): void {
  const covered = cases.filter((each) => notCoveredBecause(each) === undefined);
  const problems = problemsOf(covered.map(({ name }) => name));
  for (const each of cases) {
    const because = notCoveredBecause(each);
    if (because !== undefined) console.log(`not yet covered: ${each.name} (${because})`);
  }
  // A case that the suite did not report on has not passed.
  const failures = covered.map(({ name }) => ({ name, problems: problems.get(name) ?? ['no result'] }));
  const failed = failures.filter((failure) => failure.problems.length > 0);
  for (const failure of failed) console.log([`FAIL ${failure.name}`, ...failure.problems].join('\n     '));
  console.log(
    `${covered.length - failed.length} passed, ${failed.length} failed, ${cases.length - covered.length} not yet covered`,
  );
  process.exitCode = failed.length > 0 || covered.length === 0 ? 1 : 0;
}

/** What went wrong in each case that was run, by the case's name. */
function problemsOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kafka-eos-acceptance-'));
  try {
    const file = join(folder, 'results.json');
    const cli = `"${process.execPath}" "${join(repository, 'cli/bin/kafka-eos.js')}"`;
    // Its exit status also speaks of cases whose names only contain one of ours, so the results decide.
    const options = [join(suite, 'run.mjs'), '--json', file, '--cli', cli, ...names];
    spawnSync(process.execPath, options, { stdio: ['ignore', 'ignore', 'inherit'] });
    const results = v.parse(Results, JSON.parse(readFileSync(file, 'utf8')));
    return new Map(Object.entries(results.report).map(([name, { problems }]) => [name, problems]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCases(): readonly AcceptanceCase[] {
  const folder = join(suite, 'cases');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(name, sourceTexts(join(folder, name))))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sourceTexts(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
