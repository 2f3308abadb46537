import assert from 'node:assert/strict';
import { readSettings } from './plugin-settings.ts';

describe('the settings', () => {
  it('have a default each', () => {
    const defaults = { includeTests: false, messages: 'full' };
    assert.deepEqual(readSettings({}), defaults);
    assert.deepEqual(readSettings({ 'kafka-eos': {}, react: { version: '19' } }), defaults);
  });

  it('are taken as they are given', () => {
    const given = { includeTests: true, messages: 'short', root: '..' };
    assert.deepEqual(readSettings({ 'kafka-eos': given }), given);
  });

  it('are refused with the key and what it may be', () => {
    const problem = (settings: unknown): unknown => readSettings({ 'kafka-eos': settings });
    assert.deepEqual(problem({ messages: 'all' }), {
      problem: 'settings["kafka-eos"].messages: expected "full" or "short", found "all"',
    });
    assert.deepEqual(problem({ tests: true }), {
      problem: 'settings["kafka-eos"]: unknown key "tests"; known are root, messages, includeTests',
    });
    assert.deepEqual(problem(true), { problem: 'settings["kafka-eos"]: expected an object' });
  });
});
