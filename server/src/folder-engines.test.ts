import assert from 'node:assert/strict';
import { openRememberingEngine } from '@kafka-eos/linter/remembering-engine';
import { openFolderEngines } from './folder-engines.ts';

describe('the engines of folders', () => {
  it('keeps one for each open folder', () => {
    const engines = openFolderEngines(openRememberingEngine);
    const open = ['/a', '/b'];
    const [a, b] = [engines.of('/a', open), engines.of('/b', open)];
    assert.notEqual(a, b);
    assert.equal(engines.of('/a', open), a);
    assert.equal(engines.of('/b', open), b);
  });

  it('forgets those of folders that were closed', () => {
    const engines = openFolderEngines(openRememberingEngine);
    const closed = engines.of('/a', ['/a', '/b']);
    engines.of('/b', ['/b']);
    assert.notEqual(engines.of('/a', ['/a', '/b']), closed);
  });
});
