import assert from 'node:assert/strict';
import { disagreements, readFixture, statedForm } from './compare-findings.ts';
import { programsOf } from './fixture-programs.ts';
import { incompleteness, lintProgram } from './lint-program.ts';
import { foldersIn } from './repository.ts';

const fewest = 12;

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
