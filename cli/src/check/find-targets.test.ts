import assert from 'node:assert/strict';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { findTargets } from './find-targets.ts';

const host = createMemoryHost(
  {
    'services/pay/package.json': '{}',
    'services/pay/src/a.ts': '',
    'services/pay/src/b.ts': '',
    'services/mail/package.json': '{}',
    'services/mail/c.ts': '',
    'tools/d.ts': '',
    '.git/HEAD': '',
  },
  '/w',
);

const targets = (...paths: readonly string[]) => findTargets(paths, '/w', host);

describe('findTargets', () => {
  it('takes the current folder when nothing is named', () => {
    assert.deepEqual(targets(), { root: '/w', paths: ['/w'] });
  });

  it('takes a folder as its own workspace', () => {
    assert.deepEqual(targets('services/pay/src/'), { root: '/w/services/pay/src', paths: ['/w/services/pay/src'] });
  });

  it('takes the package of a file, or its folder', () => {
    assert.deepEqual(targets('services/pay/src/a.ts'), {
      root: '/w/services/pay',
      paths: ['/w/services/pay/src/a.ts'],
    });
    assert.deepEqual(targets('tools/d.ts'), { root: '/w/tools', paths: ['/w/tools/d.ts'] });
  });

  it('takes the folder that several share', () => {
    assert.deepEqual(targets('services/pay', 'services/mail/c.ts'), {
      root: '/w/services',
      paths: ['/w/services/pay', '/w/services/mail/c.ts'],
    });
    assert.deepEqual(targets('services/pay/src/a.ts', 'services/pay/src/b.ts', './services/pay/src/a.ts'), {
      root: '/w/services/pay',
      paths: ['/w/services/pay/src/a.ts', '/w/services/pay/src/b.ts'],
    });
  });

  it('does not accept a path that is not there', () => {
    assert.deepEqual(targets('nope'), { problem: 'there is no file or folder "nope"; check the path' });
    assert.deepEqual(targets('explian'), {
      problem: 'there is no file or folder "explian"; did you mean the command "explain"?',
    });
    assert.deepEqual(findTargets(['x'], '/w', { kindOf: () => 'other' }), {
      problem: '"x" is neither a file nor a folder; name one that is',
    });
  });
});
