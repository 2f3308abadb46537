import assert from 'node:assert/strict';
import { formats } from './check-options.ts';
import { parseCount, parseFormat, parseOutputs, parseRuleLevel } from './parse-values.ts';

describe('the values of options', () => {
  it('are formats, with or without a file', () => {
    assert.deepEqual(parseFormat('json', formats), { value: { format: 'json' } });
    assert.deepEqual(parseFormat('sarif=a=b.sarif', formats), { value: { format: 'sarif', file: 'a=b.sarif' } });
    assert.deepEqual(parseFormat('sarf', formats), { problem: 'there is no format "sarf"; did you mean "sarif"?' });
    assert.ok('problem' in parseFormat('sarif=', formats));
  });

  it('are levels of rules', () => {
    assert.deepEqual(parseRuleLevel('in-memory-dedup=off'), { value: ['in-memory-dedup', 'off'] });
    assert.deepEqual(parseRuleLevel('x=warn'), {
      problem: 'there is no level "warn" (off, info, warning, error)',
    });
    assert.ok('problem' in parseRuleLevel('x'));
    assert.ok('problem' in parseRuleLevel('=off'));
  });

  it('are counts', () => {
    assert.deepEqual(parseCount('0', 0), { value: 0 });
    for (const text of ['-1', '1.5', '1e3', '', 'x', '99999999999']) assert.ok('problem' in parseCount(text, 0), text);
    assert.ok('problem' in parseCount('0', 1));
  });
});

describe('parseOutputs', () => {
  it('reports to the terminal by default', () => {
    assert.deepEqual(parseOutputs([], undefined, 'pretty'), { value: [{ format: 'pretty' }] });
  });

  it('gives --output to the report without a file', () => {
    assert.deepEqual(parseOutputs([{ format: 'json' }, { format: 'sarif', file: 'a' }], 'b', 'pretty'), {
      value: [
        { format: 'json', file: 'b' },
        { format: 'sarif', file: 'a' },
      ],
    });
  });

  it('does not mix two reports in one place', () => {
    assert.ok('problem' in parseOutputs([{ format: 'json' }, { format: 'pretty' }], undefined, 'pretty'));
    assert.ok('problem' in parseOutputs([{ format: 'json', file: 'a' }], 'b', 'pretty'));
  });
});
