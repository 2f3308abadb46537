import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFixture } from './compare-findings.ts';
import { programsOf, type FixtureProgram } from './fixture-programs.ts';
import { lintProgram } from './lint-program.ts';
import { foldersIn } from './repository.ts';
import { openEditorSession, type EditorSession } from './shown-by-editor.ts';
import { shownByCommandLine } from './shown-by-command-line.ts';
import { shownByEslint } from './shown-by-eslint.ts';
import { shownFinding, sourceFile, type ShownFinding } from './shown-finding.ts';

type Preset = 'recommended' | 'strict';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'kafka-eos-fixtures-')));
/** The editor has one folder open all the time, whose files change: what was there before must not show. */
const editorRoot = join(base, 'editor');
const configuration = 'kafka-eos.config.json';

function write(root: string, files: FixtureProgram['files']): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

function shownByEngine(program: FixtureProgram, preset: Preset): readonly ShownFinding[] {
  return lintProgram(program.files, preset, { withFixes: true })
    .findings.filter(({ file }) => sourceFile.test(file))
    .map((finding) => shownFinding(finding, program.files[finding.file] ?? ''));
}

async function shownByEditor(
  editor: EditorSession,
  { files }: FixtureProgram,
  before: readonly string[],
  preset: Preset,
): Promise<readonly ShownFinding[]> {
  for (const file of before) rmSync(join(editorRoot, file), { force: true });
  const all = { [configuration]: JSON.stringify({ preset }), ...files };
  write(editorRoot, all);
  await editor.changed([...before, ...Object.keys(all)]);
  return editor.shown(files);
}

describe('every fixture on the command line, in editors and in ESLint', () => {
  let editor: EditorSession;
  let written: readonly string[] = [];

  before(async () => {
    mkdirSync(editorRoot);
    editor = await openEditorSession(editorRoot);
  });

  after(async () => {
    await editor.close();
    rmSync(base, { recursive: true, force: true });
  });

  for (const rule of foldersIn('test-fixtures')) {
    describe(rule, () => {
      for (const [index, program] of programsOf(rule).entries()) {
        it(program.name, async () => {
          const { preset } = readFixture(program.files);
          const stated = shownByEngine(program, preset);
          assert.deepEqual(await shownByEditor(editor, program, written, preset), stated, 'in an editor');
          written = [configuration, ...Object.keys(program.files)];
          const cwd = join(base, `${rule}-${index}`);
          write(cwd, program.files);
          // A process takes longer than the analysis: a few are enough to see that it prints what the engine found.
          if (index % 8 === 0) assert.deepEqual(shownByCommandLine(program, cwd, preset), stated, 'printed');
          assert.deepEqual(await shownByEslint('ESLint 9', program, cwd, preset), stated, 'in ESLint 9');
          assert.deepEqual(await shownByEslint('ESLint 10', program, cwd, preset), stated, 'in ESLint 10');
        });
      }
    });
  }
});
