import assert from 'node:assert/strict';
import fc from 'fast-check';
import { disagreements, readFixture, statedForm } from './compare-findings.ts';

describe('a fixture', () => {
  it('gathers what all of its files state', () => {
    const fixture = readFixture({
      'b.ts': '// preset: strict\n  g();\n//^ b-rule two',
      'a.ts': '  f();\n//^ a-rule one',
    });
    assert.deepEqual(fixture, {
      preset: 'strict',
      expected: ['a.ts:1:3-4 a-rule one', 'b.ts:2:3-4 b-rule two'],
      problems: [],
    });
  });

  it('has the form in which findings are compared', () => {
    const span = { file: 'a.ts', start: { line: 4, column: 3 } };
    const rest = { severity: 'error', message: '', help: '', url: '', related: [], trace: [], fixes: [] } as const;
    const one = { ...span, end: { line: 4, column: 9 }, rule: 'r', messageId: 'm', ...rest };
    assert.deepEqual(statedForm([one, { ...one, end: { line: 5, column: 2 } }]), [
      'a.ts:4:3-5:2 r m',
      'a.ts:4:3-9 r m',
    ]);
  });

  it('agrees with findings only if they are the same, each as often', () => {
    const lines = fc.array(fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(lines, lines, (expected, found) => {
        const same = [...expected].sort().join() === [...found].sort().join();
        assert.equal(disagreements(expected, found).length === 0, same);
      }),
    );
  });
});
