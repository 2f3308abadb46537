import assert from 'node:assert/strict';
import { incompleteness, lintProgram } from './lint-program.ts';
import { filesBelow, readText } from './repository.ts';

/** The services of one twin, as somebody would check them: from the twin's own folder. */
function twin(name: string): Readonly<Record<string, string>> {
  const folder = `examples/payments/${name}`;
  return Object.fromEntries(filesBelow(folder).map((path) => [path.slice(folder.length + 1), readText(path)]));
}

describe('the payments example', () => {
  it('shows each trap of the trapped twin, and nothing else', () => {
    const result = lintProgram(twin('trapped'), 'recommended');
    assert.deepEqual(incompleteness(result), []);
    assert.deepEqual(
      result.findings.map(({ file, rule, messageId }) => `${file} ${rule} ${messageId}`),
      [
        'services/orders/payment-requester.ts unkeyed-external-write inTransaction',
        'services/orders/payment-requester.ts offsets-outside-transaction offsetsMissing',
        'services/payments/charger.ts unkeyed-external-write payment',
        'services/payments/ledger.ts in-memory-dedup guard',
        'services/payments/main.ts read-uncommitted-consumer besideTransactions',
      ],
    );
  });

  it('has no finding in the corrected twin, even under the strict preset', () => {
    const result = lintProgram(twin('corrected'), 'strict');
    assert.deepEqual(incompleteness(result), []);
    assert.deepEqual(
      result.findings.map(({ file, start, rule }) => `${file}:${start.line} ${rule}`),
      [],
    );
    assert.equal(result.summary.handlers, 2);
  });
});
