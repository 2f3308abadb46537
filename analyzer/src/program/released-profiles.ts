import type { ClientProfile } from '../facts/client-profile.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import type { Notices } from './notices.ts';
import type { ReleaseOf } from './releases.ts';

/**
 * The profile of the release that a file runs with. A major version that is not described is taken for the newest one that
 * is, and that is said.
 */
export function releasedProfile(
  releaseOf: ReleaseOf,
  { packageName, profile, profiles }: LibraryStub,
  file: string,
): ClientProfile | undefined {
  const release = profiles && releaseOf(packageName, file);
  return (release && profiles.get(release.major)) ?? profile;
}

/** Says which releases are judged as if they were others. */
export function noteUndescribed(
  notices: Notices,
  releaseOf: ReleaseOf,
  { packageName, profiles }: LibraryStub,
  file: string,
): void {
  if (profiles === undefined) return;
  const release = releaseOf(packageName, file);
  if (release === undefined || profiles.has(release.major)) return;
  const newest = Math.max(...profiles.keys());
  const message = `${packageName} ${release.version} is judged as ${packageName} ${String(newest)}: what other major versions do differently is not known here.`;
  notices.add({ message, file: notices.relative(release.saidBy), incomplete: false });
}
