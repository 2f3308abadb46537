import { resolve } from 'node:path';
import { childOf, foldersUpward, isInside } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';
import { lockName } from '@kafka-eos/linter/guarantees/lock-schema';
import { findTargets } from '../check/find-targets.ts';

/** Which lock is asked about, and the part of its workspace that counts. */
export interface LockPlace {
  /** The folder of the lock: its workspace. */
  readonly root: string;
  /** Whether there is one already. */
  readonly exists: boolean;
  /** Absolute; units elsewhere are left alone. */
  readonly paths: readonly string[];
}

type Host = Pick<WorkspaceHost, 'kindOf'>;

/** The nearest lock at or above what is asked about, within the repository; else one at its top is to be made. */
export function findLock(given: readonly string[], cwd: string, host: Host): LockPlace | { readonly problem: string } {
  const targets = findTargets(given, cwd, host);
  if ('problem' in targets) return targets;
  const { root, paths } = targets;
  for (const folder of foldersUpward(root, '/')) {
    if (host.kindOf(childOf(folder, lockName)) !== 'missing') return { root: folder, exists: true, paths };
    if (host.kindOf(childOf(folder, '.git')) !== 'missing') break;
  }
  // Two folders of a checkout belong to one lock: that of where the command runs.
  const here = process.platform === 'win32' ? resolve(cwd).replaceAll('\\', '/') : resolve(cwd);
  const isPart = given.length !== 1 || host.kindOf(paths[0] ?? root) !== 'folder';
  return { root: isPart && isInside(here, root) ? here : root, exists: false, paths };
}
