import assert from 'node:assert/strict';
import { comparison, growth } from './report.ts';

const cost = (seconds: number, processorSeconds: number, megabytes: number) => ({
  seconds,
  processorSeconds,
  peakBytes: megabytes * 2 ** 20,
});

describe('the report', () => {
  it('divides our cost by theirs', () => {
    const ours = { name: 'ours', cost: cost(1, 2, 100), found: '3 findings' };
    const rows = comparison(ours, [{ name: 'theirs', cost: cost(4, 4, 400), found: 'no errors' }]).split('\n');
    assert.deepEqual(
      rows.slice(1).map((row) => row.split(/ {2,}/)),
      [
        ['ours', '1.00', '2.00', '100', '1.00', '1.00', '1.00', '3 findings'],
        ['theirs', '4.00', '4.00', '400', '0.25', '0.50', '0.25', 'no errors'],
      ],
    );
  });

  it('shows what is not known as a dash', () => {
    const unknown = { seconds: 1, processorSeconds: Number.NaN, peakBytes: Number.NaN };
    const row = comparison({ name: 'ours', cost: unknown, found: 'x' }, []).split('\n')[1];
    assert.deepEqual(row?.split(/ {2,}/), ['ours', '1.00', '–', '–', '1.00', '–', '–', 'x']);
  });

  it('states growth in percent, with its sign', () => {
    assert.equal(growth(cost(1, 1, 100), cost(1.5, 1, 90)), '+50 % time, +0 % CPU, -10 % memory');
  });
});
