import assert from 'node:assert/strict';
import { sampleFinding, sampleReport } from '../testing/sample-report.ts';
import { json } from './json.ts';

describe('the json report', () => {
  it('has the published shape', () => {
    const notices = [
      { message: 'is too large', file: 'src/big.ts', incomplete: true },
      { message: 'no Kafka code found', incomplete: false },
    ];
    assert.deepEqual(JSON.parse(json({ ...sampleReport, notices })), {
      version: 1,
      summary: { files: 2, handlers: 1, transactions: 0, errors: 1, warnings: 0, infos: 0, durationMs: 42 },
      findings: [sampleFinding],
      notices: [{ message: 'is too large', file: 'src/big.ts' }, { message: 'no Kafka code found' }],
    });
  });
});
