import assert from 'node:assert/strict';
import { lint } from '../session.ts';
import { check, requestFor } from '../testing/check-texts.ts';
import { fakeEngine } from '../testing/fake-engine.ts';

describe('the fixes of findings', () => {
  const fixesOf = (text: string): readonly (readonly string[])[] =>
    check({ 'a.ts': text }).findings.map(({ fixes }) => fixes.map(({ title }) => title));

  it('are shown when they work', () => {
    assert.deepEqual(fixesOf('TRAP_safe\nTRAP_unsafe'), [['write fine'], ['write fine']]);
  });

  it('are not shown when the finding stays', () => {
    assert.deepEqual(fixesOf('TRAP_useless TRAP_safe'), [[], ['write fine']]);
  });

  it('are not shown when something new is found', () => {
    assert.deepEqual(fixesOf('TRAP_spreading'), [[]]);
  });

  it('are not shown when they leave a file that cannot be analysed', () => {
    assert.deepEqual(fixesOf('TRAP_breaking'), [[]]);
  });

  it('are shown as examples without a check', () => {
    assert.deepEqual(fixesOf('TRAP_example'), [['write like this']]);
  });

  it('cost no finding when the rule fails to propose one', () => {
    const result = check({ 'a.ts': 'TRAP_failing' });
    assert.equal(result.findings.length, 1);
    assert.deepEqual(result.notices, [{ message: 'the rule trap failed to propose a fix', incomplete: false }]);
  });

  it('are tried apart when a group fails', () => {
    const { findings } = check({ 'a.ts': 'TRAP_safe', 'b.ts': 'TRAP_spreading', 'c.ts': 'TRAP_safe' });
    assert.deepEqual(
      findings.map(({ fixes }) => fixes.length),
      [1, 0, 1],
    );
  });

  it('are not looked for when nobody shows them', () => {
    let analyses = 0;
    const engine = {
      ...fakeEngine,
      analyze: (...args: Parameters<typeof fakeEngine.analyze>) => {
        analyses += 1;
        return fakeEngine.analyze(...args);
      },
    };
    lint({ ...requestFor({ 'a.ts': 'TRAP_safe' }), withFixes: false }, engine);
    assert.equal(analyses, 1);
  });
});
