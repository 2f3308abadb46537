import assert from 'node:assert/strict';
import { sampleReport } from '../testing/sample-report.ts';
import { compact } from './compact.ts';

describe('the compact report', () => {
  it('is one line per finding', () => {
    assert.equal(
      compact(sampleReport),
      'src/payments.ts:2:7: error: seen.has(id) decides whether charge runs, and it lives in this process. [in-memory-dedup]\n',
    );
    assert.equal(compact({ ...sampleReport, findings: [] }), '');
  });
});
