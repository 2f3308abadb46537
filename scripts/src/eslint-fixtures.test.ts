import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint as ESLint10, type Linter } from 'eslint';
import plugin from 'eslint-plugin-kafka-eos';
import { ESLint as ESLint9 } from 'eslint9';
import type { Finding, FindingFix } from '@kafka-eos/linter/finding';
import { applyEdits, toOffsetEdits } from '@kafka-eos/linter/fixes/apply-edits';
import tseslint from 'typescript-eslint';
import { readFixture } from './compare-findings.ts';
import { programsOf, type FixtureProgram } from './fixture-programs.ts';
import { lintProgram } from './lint-program.ts';
import { foldersIn } from './repository.ts';

type Preset = 'recommended' | 'strict';

/** A finding with the texts that its fixes lead to, in a form in which the command line's and a host's can be compared. */
interface Shown {
  readonly place: string;
  readonly rule: string;
  readonly messageId: string;
  readonly text: string;
  readonly fixed: string | undefined;
  readonly suggested: readonly string[];
}

const sources = /\.[mc]?[jt]sx?$/;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-eos-fixtures-')));

function write(program: FixtureProgram, name: string): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(program.files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

function expected(program: FixtureProgram, preset: Preset): readonly Shown[] {
  return lintProgram(program.files, preset, { withFixes: true })
    .findings.filter(({ file }) => sources.test(file))
    .map((finding) => shownFinding(finding, program.files[finding.file] ?? ''));
}

function shownFinding(finding: Finding, text: string): Shown {
  const { file, start, end, rule, messageId, message, help } = finding;
  const results = finding.fixes
    .filter(({ safety, edits }) => safety !== 'example' && edits.every((edit) => edit.file === file))
    .map((fix) => ({ safety: fix.safety, text: fixedText(fix, text) }));
  const safe = results.find(({ safety }) => safety === 'safe');
  return {
    place: `${file}:${start.line}:${start.column}-${end.line}:${end.column}`,
    rule,
    messageId,
    text: `${message}\n${help}`,
    fixed: safe?.text,
    suggested: results.filter((result) => result !== safe).map((result) => result.text),
  };
}

function fixedText({ edits }: FindingFix, text: string): string {
  const offsets = toOffsetEdits(
    text,
    edits.map((edit) => ({ place: edit, text: edit.text })),
  );
  assert.ok(offsets);
  return applyEdits(text, offsets);
}

function shownMessage(message: Linter.LintMessage, file: string, text: string): Shown {
  const withFix = (fix: { readonly range: readonly [number, number]; readonly text: string }): string =>
    text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  return {
    place: `${file}:${message.line}:${message.column}-${message.endLine ?? 0}:${message.endColumn ?? 0}`,
    rule: (message.ruleId ?? 'none').replace('kafka-eos/', ''),
    messageId: message.messageId ?? message.message,
    text: message.message.split('\n').slice(0, 3).join('\n'),
    fixed: message.fix === undefined ? undefined : withFix(message.fix),
    suggested: (message.suggestions ?? []).map(({ fix }) => withFix(fix)),
  };
}

const hosts = { 'ESLint 9': ESLint9, 'ESLint 10': ESLint10 };

async function shownBy(
  host: keyof typeof hosts,
  program: FixtureProgram,
  cwd: string,
  preset: Preset,
): Promise<readonly Shown[]> {
  const eslint = new hosts[host]({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}'], languageOptions: { parser: tseslint.parser } },
      plugin.configs[preset],
    ],
  });
  const results = await eslint.lintFiles(['.']);
  return results
    .map(({ filePath, messages }) => ({ file: filePath.slice(cwd.length + 1).replaceAll('\\', '/'), messages }))
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .flatMap(({ file, messages }) => messages.map((message) => shownMessage(message, file, program.files[file] ?? '')));
}

describe('every fixture in ESLint', () => {
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  for (const rule of foldersIn('test-fixtures')) {
    describe(rule, () => {
      for (const [index, program] of programsOf(rule).entries()) {
        it(program.name, async () => {
          const { preset } = readFixture(program.files);
          const cwd = write(program, `${rule}-${index}`);
          const stated = expected(program, preset);
          assert.deepEqual(await shownBy('ESLint 9', program, cwd, preset), stated);
          assert.deepEqual(await shownBy('ESLint 10', program, cwd, preset), stated);
        });
      }
    });
  }
});
