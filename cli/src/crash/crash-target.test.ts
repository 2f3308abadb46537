import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { crashTarget } from './crash-target.ts';

const host = createMemoryHost(
  {
    '.git/HEAD': '',
    'package.json': '{}',
    'services/pay/package.json': '{}',
    'services/pay/src/main.ts': '',
    'libs/db.ts': '',
    'odd:12': '',
  },
  '/w',
);
const loose = createMemoryHost({ 'a/package.json': '{}', 'a/b/package.json': '{}', 'a/b/c.ts': '' }, '/x');

describe('crashTarget', () => {
  it('reads a file, a line and a column as reports write them', () => {
    assert.deepEqual(crashTarget('libs/db.ts', '/w', host), { root: '/w', file: 'libs/db.ts' });
    assert.deepEqual(crashTarget('libs/db.ts:12', '/w', host), { root: '/w', file: 'libs/db.ts', line: 12 });
    assert.deepEqual(crashTarget('./libs/db.ts:12:7', '/w', host), { root: '/w', file: 'libs/db.ts', line: 12 });
    assert.deepEqual(crashTarget('/w/odd:12', '/w', host), { root: '/w', file: 'odd:12' });
  });

  it('judges in the current folder, or in as much of the repository as holds both', () => {
    assert.deepEqual(crashTarget('src/main.ts', '/w/services/pay', host), {
      root: '/w/services/pay',
      file: 'src/main.ts',
    });
    assert.deepEqual(crashTarget('../../libs/db.ts', '/w/services/pay', host), { root: '/w', file: 'libs/db.ts' });
    assert.deepEqual(crashTarget('/w/libs/db.ts', '/elsewhere', host), { root: '/w', file: 'libs/db.ts' });
  });

  it('takes the outermost package where there is no repository', () => {
    assert.deepEqual(crashTarget('/x/a/b/c.ts', '/', loose), { root: '/x/a', file: 'b/c.ts' });
  });

  it('says what is wrong', () => {
    const problem = (place: string): string => {
      const target = crashTarget(place, '/w', host);
      return 'problem' in target ? target.problem : '';
    };
    assert.match(problem('libs/none.ts:3'), /^there is no file "libs\/none.ts"/);
    assert.match(problem('libs/'), /is a folder; name a file of it, as in libs\/main.ts:12/);
    assert.match(problem('libs/db.ts:0'), /counted from 1/);
  });
});
