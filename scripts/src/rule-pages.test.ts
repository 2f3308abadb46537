import assert from 'node:assert/strict';
import { allRules } from '@kafka-eos/rules';
import { incompleteness, lintProgram } from './lint-program.ts';
import { filesBelow, readText } from './repository.ts';
import { pageSections, programsIn, readRulePage } from './rule-page.ts';

const pages = filesBelow('docs/rules').map((path) => ({
  id: path.slice('docs/rules/'.length, -'.md'.length),
  page: readRulePage(readText(path)),
}));

/** A rule that the recommended preset leaves out shows itself in the strict one. */
function presetOf(id: string): 'recommended' | 'strict' {
  return allRules.find((rule) => rule.id === id)?.severity.recommended === 'off' ? 'strict' : 'recommended';
}

describe('rule pages', () => {
  for (const { id, page } of pages) {
    describe(id, () => {
      it('is named after its rule and says it in one line', () => {
        assert.equal(page.title, id);
        assert.match(page.summary, /^[A-Z][^\n]{20,160}\.$/);
      });

      it('has the sections of every page, in their order', () => {
        assert.deepEqual(page.sections, pageSections);
      });

      it('shows a wrong and a right program', () => {
        assert.notDeepEqual(programsIn(page, 'Wrong'), []);
        assert.notDeepEqual(programsIn(page, 'Right'), []);
      });

      for (const { line, code } of programsIn(page, 'Wrong')) {
        it(`has one finding in the wrong program at line ${line}`, () => {
          const result = lintProgram({ 'service.ts': code }, presetOf(id));
          assert.deepEqual(incompleteness(result), []);
          assert.deepEqual(
            result.findings.map(({ rule }) => rule),
            [id],
          );
        });
      }

      for (const { line, code } of programsIn(page, 'Right')) {
        it(`has no finding in the right program at line ${line}`, () => {
          const result = lintProgram({ 'service.ts': code }, 'strict');
          assert.deepEqual(incompleteness(result), []);
          assert.deepEqual(
            result.findings.map(({ rule, start }) => `${rule} in line ${line - 1 + start.line}`),
            [],
          );
        });
      }
    });
  }
});
