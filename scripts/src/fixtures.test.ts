import assert from 'node:assert/strict';
import { disagreements, readFixture, statedForm } from './compare-findings.ts';
import { incompleteness, lintProgram } from './lint-program.ts';
import { filesBelow, foldersIn, readText } from './repository.ts';

const fewest = 12;

interface Program {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Each file or folder directly in a rule's folder is a workspace of its own. */
function programsOf(rule: string): readonly Program[] {
  const folder = `test-fixtures/${rule}/`;
  const paths = filesBelow(`test-fixtures/${rule}`).map((path) => path.slice(folder.length));
  const names = [...new Set(paths.map((path) => path.split('/')[0] ?? path))];
  return names.map((name) => {
    const own = paths.filter((path) => path === name || path.startsWith(`${name}/`));
    return {
      name,
      files: Object.fromEntries(
        own.map((path) => [path === name ? path : path.slice(name.length + 1), readText(`${folder}${path}`)]),
      ),
    };
  });
}

describe('fixtures', () => {
  for (const rule of foldersIn('test-fixtures')) {
    const programs = programsOf(rule);

    describe(rule, () => {
      it(`has at least ${fewest} shapes that are reported and ${fewest} that are not`, () => {
        const reported = programs.filter(({ files }) => readFixture(files).expected.length > 0).length;
        assert.ok(reported >= fewest, `${reported} reported`);
        assert.ok(programs.length - reported >= fewest, `${programs.length - reported} clean`);
      });

      for (const { name, files } of programs) {
        it(name, () => {
          const fixture = readFixture(files);
          const result = lintProgram(files, fixture.preset);
          assert.deepEqual(fixture.problems, []);
          assert.deepEqual(incompleteness(result), []);
          assert.deepEqual(disagreements(fixture.expected, statedForm(result.findings)), []);
        });
      }
    });
  }
});
