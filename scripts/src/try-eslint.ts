// What users do first: installs the packed plugin beside each host in an empty folder, and lints the payments example.
// Needs the package registry. The last line on stdout is "N passed, N failed".
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import * as v from 'valibot';
import { readFixture } from './compare-findings.ts';
import { programsOf } from './fixture-programs.ts';
import { lintProgram } from './lint-program.ts';
import { filesBelow, foldersIn, readText, repository } from './repository.ts';

type Preset = 'recommended' | 'strict';

interface Host {
  readonly name: string;
  /** What is installed beside the plugin. */
  readonly packages: readonly string[];
  /** The configuration, without the plugin for comparison. */
  config(preset: Preset | undefined): Readonly<Record<string, string>>;
  readonly command: readonly string[];
  /** The findings in what it prints, as `file:line:column rule`. */
  read(output: string, folder: string): readonly string[];
}

const parser = ['@typescript-eslint/parser@8.73.0', 'typescript@6.0.3'];
const eslintReport = v.array(
  v.object({
    filePath: v.string(),
    messages: v.array(
      v.object({ ruleId: v.nullable(v.string()), line: v.number(), column: v.number(), message: v.string() }),
    ),
  }),
);
const oxlintReport = v.object({
  diagnostics: v.array(
    v.object({
      code: v.optional(v.string(), 'none'),
      filename: v.string(),
      labels: v.array(v.object({ span: v.object({ line: v.number(), column: v.number() }) })),
    }),
  ),
});

const eslint = (version: string): Host => ({
  name: `ESLint ${version}`,
  packages: [`eslint@${version}`, ...parser],
  config: (preset) => ({
    'eslint.config.js': [
      "import parser from '@typescript-eslint/parser';",
      "import kafkaEos from 'eslint-plugin-kafka-eos';",
      "const typescript = { files: ['**/*.ts'], languageOptions: { parser } };",
      `export default [typescript${preset === undefined ? '' : `, kafkaEos.configs.${preset}`}];`,
      '',
    ].join('\n'),
  }),
  command: ['eslint/bin/eslint.js', '--format', 'json', '.'],
  read: (output, folder) =>
    v.parse(eslintReport, JSON.parse(output)).flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, ruleId, message }) => {
        const file = filePath.slice(folder.length + 1).replaceAll('\\', '/');
        return `${file}:${line}:${column} ${ruleId?.replace('kafka-eos/', '') ?? message}`;
      }),
    ),
});

const oxlint = (version: string): Host => ({
  name: `oxlint ${version}`,
  packages: [`oxlint@${version}`],
  config: (preset) => ({
    '.oxlintrc.json': JSON.stringify({
      categories: { correctness: 'off' },
      plugins: [],
      extends: preset === undefined ? [] : [`../node_modules/eslint-plugin-kafka-eos/oxlint/${preset}.json`],
    }),
  }),
  command: ['oxlint/bin/oxlint', '--format', 'json', '.'],
  read: (output) =>
    v.parse(oxlintReport, JSON.parse(output)).diagnostics.map(({ code, filename, labels }) => {
      const span = labels[0]?.span;
      return `${filename}:${span?.line ?? 0}:${span?.column ?? 0} ${code.replace(/^kafka-eos\((.*)\)$/, '$1')}`;
    }),
});

const hosts: readonly Host[] = [eslint('9.0.0'), eslint('9.39.5'), eslint('10.15.0'), oxlint('1.94.0')];
const sources = /\.[mc]?[jt]sx?$/;

function run(command: string, args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32' && command === 'npm';
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 << 20, shell });
  // A linter that finds something ends with 1.
  if (status === 0 || (command !== 'npm' && status === 1)) return stdout;
  throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function pack(folder: string): readonly string[] {
  mkdirSync(folder);
  const workspaces = ['analyzer', 'libraries', 'rules', 'linter', 'eslint-plugin'].flatMap((name) => ['-w', name]);
  run('npm', ['pack', '--silent', '--pack-destination', folder, ...workspaces], repository);
  return readdirSync(folder).map((name) => join(folder, name));
}

function found(files: Readonly<Record<string, string>>, preset: Preset): readonly string[] {
  return lintProgram(files, preset)
    .findings.filter(({ file }) => sources.test(file))
    .map(({ file, start, rule }) => `${file}:${start.line}:${start.column} ${rule}`);
}

interface Case {
  readonly title: string;
  readonly preset: Preset;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: readonly string[];
}

function payments(): Case {
  const files = Object.fromEntries(
    filesBelow('examples/payments').map((path) => [path.slice('examples/payments/'.length), readText(path)]),
  );
  return { title: 'examples/payments', preset: 'recommended', files, expected: found(files, 'recommended') };
}

/** Every fixture of a preset as a repository of its own, all below one folder. */
function fixtures(preset: Preset): Case {
  const programs = foldersIn('test-fixtures')
    .flatMap((rule) => programsOf(rule).map((program, index) => ({ ...program, folder: `fixtures/${rule}-${index}` })))
    .filter((program) => readFixture(program.files).preset === preset);
  return {
    title: `${programs.length} fixtures, ${preset}`,
    preset,
    files: Object.fromEntries(
      programs.flatMap(({ folder, files }) => [
        [`${folder}/.git/HEAD`, ''] as const,
        ...Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const),
      ]),
    ),
    expected: programs.flatMap(({ folder, files }) => found(files, preset).map((line) => `${folder}/${line}`)),
  };
}

function tryHost(host: Host, tarballs: readonly string[], folder: string, cases: readonly Case[]): readonly string[] {
  mkdirSync(folder);
  writeFiles(folder, { 'package.json': '{ "private": true, "type": "module" }' });
  run('npm', ['install', '--silent', '--no-audit', '--no-fund', ...tarballs, ...host.packages], folder);
  return cases.flatMap((each) => tryCase(host, each, folder));
}

function tryCase(host: Host, { title, preset, files, expected }: Case, modules: string): readonly string[] {
  const folder = join(modules, 'work');
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  const [script = '', ...args] = host.command;
  const lint = (chosen: Preset | undefined): { readonly lines: readonly string[]; readonly seconds: string } => {
    writeFiles(folder, host.config(chosen));
    const start = performance.now();
    const output = run(process.execPath, [join(modules, 'node_modules', script), ...args], folder);
    return { lines: host.read(output, folder), seconds: ((performance.now() - start) / 1000).toFixed(1) };
  };
  const without = lint(undefined);
  const with_ = lint(preset);
  const wrong = [
    ...expected.filter((line) => !with_.lines.includes(line)).map((line) => `missing  ${line}`),
    ...with_.lines.filter((line) => !expected.includes(line)).map((line) => `unwanted ${line}`),
  ];
  const verdict = wrong.length === 0 ? `${expected.length} findings` : 'FAILED';
  console.log(`${host.name}, ${title}: ${verdict}, ${with_.seconds} s (${without.seconds} s without the plugin)`);
  for (const line of wrong) console.log(`  ${line}`);
  return wrong.length === 0 ? [] : [title];
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-eos-eslint-')));
try {
  const tarballs = pack(join(folder, 'packages'));
  const example = payments();
  const everything = [example, fixtures('recommended'), fixtures('strict')];
  let failed = 0;
  let passed = 0;
  for (const [index, host] of hosts.entries()) {
    // In ESLint the fixtures are unit tests, fixes and all.
    const cases = host.name.startsWith('oxlint') ? everything : [example];
    const failures = tryHost(host, tarballs, join(folder, `host-${index}`), cases);
    failed += failures.length;
    passed += cases.length - failures.length;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
