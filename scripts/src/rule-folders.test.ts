import assert from 'node:assert/strict';
import { filesBelow, foldersIn, readText } from './repository.ts';

/** Every rule is declared in a file of its own, directly in rules/src. */
const ruleIds = filesBelow('rules/src')
  .filter((path) => /^rules\/src\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts'))
  .filter((path) => readText(path).includes('defineRule('))
  .map((path) => path.slice('rules/src/'.length, -'.ts'.length));

describe('every rule', () => {
  it('exists', () => {
    assert.notDeepEqual(ruleIds, []);
  });

  it('has the id that its file is named after', () => {
    assert.deepEqual(
      ruleIds.filter((id) => !readText(`rules/src/${id}.ts`).includes(`id: '${id}'`)),
      [],
    );
  });

  it('has a page in docs/rules, and every page there has a rule', () => {
    const pages = filesBelow('docs/rules')
      .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
      .map((path) => path.slice('docs/rules/'.length, -'.md'.length));
    assert.deepEqual(pages, ruleIds);
  });

  it('has a folder of fixtures, and every folder there has a rule', () => {
    assert.deepEqual(foldersIn('test-fixtures'), ruleIds);
    assert.deepEqual(
      ruleIds.filter((id) => filesBelow(`test-fixtures/${id}`).length === 0),
      [],
    );
  });
});
