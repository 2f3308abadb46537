import assert from 'node:assert/strict';
import { showUnit } from '../testing/show-unit.ts';
import { handlerFile, unitOf } from '../testing/workspace-of.ts';

/** What a catch asks, what stands above the handler, and the branches behind the catch. */
type Case = readonly [condition: string, top: string, branches: string];

const BOTH = 'if e instanceof DatabaseError -> 4 fail\n4 if e.code === "23505" -> ok fail';

const cases: Readonly<Record<string, Case>> = {
  'an arrow with an expression': [
    'isRepeat(error)',
    'const isRepeat = (e: any): boolean => e instanceof DatabaseError && e.code === "23505";',
    BOTH,
  ],
  'one that calls another one': [
    'isRepeat(error)',
    `const isFirst = (e: any) => !(e instanceof DatabaseError && e.code === "23505");
      const isRepeat = (e: any) => !isFirst(e);`,
    BOTH,
  ],
  'one that lets the first question choose': [
    'Boolean(isRepeat(error))',
    'const isRepeat = (e: any) => (e instanceof DatabaseError ? e.code === "23505" : false);',
    BOTH,
  ],
  'either of two codes': [
    'isRepeat(error)',
    'const isRepeat = (e: any) => e.code === "23505" || e.code === "23P01";',
    'if e.code === "23505" -> ok 4\n4 if e.code === "23P01" -> ok fail',
  ],
  'one question': [
    'isRepeat(error)',
    'const isRepeat = (e: any): boolean => e.code === "23505";',
    'if isRepeat(error) -> ok fail',
  ],
  'several questions about something else': [
    'isKnown(error)',
    'const isKnown = (e: any): boolean => e instanceof DatabaseError && e.code === "40001";',
    'if isKnown(error) -> ok fail',
  ],
  'a function that calls itself': [
    'isRepeat(error)',
    'const isRepeat = (e: any): boolean => e.code === "23505" || isRepeat(e.cause);',
    'if e.code === "23505" -> ok 4\n4 if e.code === "23505" -> ok 5\n5 if isRepeat(e.cause) -> ok fail',
  ],
};

describe('a condition that asks in turn for the class of an error and its code', () => {
  for (const [title, [condition, top, branches]] of Object.entries(cases)) {
    it(title, () => {
      assert.deepEqual(branchesOf(`if (${condition}) return; throw error;`, top), linesOf(branches));
    });
  }

  it('a variable', () => {
    const body =
      'const isRepeat = error instanceof DatabaseError && error.code === "23505"; if (!isRepeat) throw error;';
    const branches = 'if error instanceof DatabaseError -> 4 fail\n4 if error.code === "23505" -> ok fail';
    assert.deepEqual(branchesOf(body, ''), linesOf(branches));
  });
});

function branchesOf(body: string, top: string): readonly string[] {
  const handler = `try { await database.insert("seen", {}); } catch (error: any) { ${body} }`;
  const { graph } = unitOf(handlerFile(handler, `declare class DatabaseError { code: string } ${top}`));
  return linesOf(showUnit(graph)).filter((line) => line.startsWith('if '));
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.replace(/^\s*\d+ /, '').trim());
}
