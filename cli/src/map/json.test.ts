import assert from 'node:assert/strict';
import { sampleMap, sampleMapReport } from '../testing/sample-map.ts';
import { json } from './json.ts';

describe('the map as JSON', () => {
  it('is the map with its version and the notices', () => {
    const notices = [{ message: 'something', incomplete: false }];
    const value: unknown = JSON.parse(json({ ...sampleMapReport, notices }));
    assert.deepEqual(value, { version: 1, ...sampleMap, notices });
  });
});
