import assert from 'node:assert/strict';
import type { LibraryStub } from '../facts/library-stub.ts';
import { someClient } from '../testing/some-client.ts';
import { openNotices } from './notices.ts';
import { noteUndescribed, releasedProfile } from './released-profiles.ts';
import type { ReleaseOf } from './releases.ts';

const older = { ...someClient, autoCommitDefault: false };
const stub: LibraryStub = {
  specifier: 'kafkajs',
  packageName: 'kafkajs',
  role: 'kafka',
  fileName: '/stub.d.ts',
  text: '',
  profile: someClient,
  profiles: new Map([
    [2, someClient],
    [1, older],
  ]),
};

function running(major: number): ReleaseOf {
  return () => ({ folder: '/w', major, version: `${String(major)}.4.0`, saidBy: '/w/package-lock.json' });
}

function noted(releaseOf: ReleaseOf): readonly string[] {
  const notices = openNotices('/w');
  noteUndescribed(notices, releaseOf, stub, '/w/main.ts');
  return notices.sorted().map(({ file, message, incomplete }) => `${file ?? ''}: ${message} ${String(incomplete)}`);
}

describe('the profile of a library', () => {
  it('is that of the major version that the file runs with', () => {
    assert.equal(releasedProfile(running(1), stub, '/w/main.ts'), older);
    assert.equal(releasedProfile(running(2), stub, '/w/main.ts'), someClient);
    assert.deepEqual(
      [1, 2].flatMap((major) => noted(running(major))),
      [],
    );
  });

  it('is that of the newest one where nobody says which, or one that is not described, which is said', () => {
    assert.equal(
      releasedProfile(() => undefined, stub, '/w/main.ts'),
      someClient,
    );
    assert.equal(releasedProfile(running(3), stub, '/w/main.ts'), someClient);
    assert.deepEqual(
      noted(() => undefined),
      [],
    );
    assert.deepEqual(noted(running(3)), [
      'package-lock.json: kafkajs 3.4.0 is judged as kafkajs 2: what other major versions do differently is not known here. false',
    ]);
  });
});
