import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillHoles } from './fill-holes.ts';

const fill = (text: string, data: Record<string, string>): string => fillHoles(text, new Map(Object.entries(data)));

describe('fillHoles', () => {
  it('fills every hole of a name', () => {
    assert.equal(
      fill('{guard} before {effect}; {guard}', { guard: 'seen', effect: 'charge' }),
      'seen before charge; seen',
    );
  });

  it('does not fill holes that a value brings in', () => {
    assert.equal(fill('{a} {b}', { a: '{b}', b: '$& {a}' }), '{b} $& {a}');
  });

  it('leaves a hole without data', () => {
    assert.equal(fill('{toString} {a}', {}), '{toString} {a}');
  });

  it('quotes source on one line, and not without end', () => {
    assert.equal(fill('{call}', { call: 'producer\r\n  .send\n(x)' }), 'producer .send (x)');
    assert.equal(fill('{call}', { call: 'x'.repeat(1000) }).length, 160);
  });

  it('never yields a line break that the text did not have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        assert.doesNotMatch(fill('{value}', { value }), /[\r\n\u2028\u2029]/);
      }),
    );
  });
});
