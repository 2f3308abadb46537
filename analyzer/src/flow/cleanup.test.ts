import assert from 'node:assert/strict';
import { flowOfText } from './flow-text.test.ts';
import { printFlow } from './print-flow.ts';

describe('clean-up code', () => {
  it('has a copy per way out while these are few', () => {
    const text = printFlow(flowOfText(withReturns(8, 'g();')));
    assert.equal(text.match(/^\d+ call g\(\)/gmu)?.length, 9);
    assert.doesNotMatch(text, /choice/u);
  });

  it('shares one copy among the rest when they are many', () => {
    const text = printFlow(flowOfText(withReturns(30, 'g();')));
    assert.equal(text.match(/^\d+ call g\(\)/gmu)?.length, 12);
    assert.match(text, /^\d+ choice → (?:\d+ \| ){19}\d+$/mu);
  });

  it('shares one copy when it is long', () => {
    const text = printFlow(flowOfText(withReturns(2, `g(${"'long' + ".repeat(500)}1);`)));
    assert.equal(text.match(/^\d+ call g\(…\)/gmu)?.length, 1);
  });
});

function withReturns(count: number, cleanup: string): string {
  const returns = Array.from({ length: count }, (_, index) => `if (a) return ${index};`);
  return `function f() { try { ${returns.join('\n')} } finally { ${cleanup} } }`;
}
