import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Why a file was left as it was; undefined when it was written. */
export type WriteProblem = string | undefined;

let lastTemporary = 0;

/**
 * Exchanges a file's content in one step, so that nobody ever sees half of it. Keeps mode and owner. A link is
 * followed to the file it means, but not out of `root`. Nothing is written when the file no longer holds `before`.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array, root: string): WriteProblem {
  try {
    const real = realpathSync(path);
    if (leadsOutside(realpathSync(root), real)) return 'it is a link to a file outside the workspace';
    accessSync(real, constants.W_OK);
    if (!holds(real, before)) return 'it changed in the meantime; run the command again';
    return exchange(real, before, after, statSync(real));
  } catch (error) {
    return reasonOf(error);
  }
}

/** The system's own word for a failure. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function exchange(real: string, before: Uint8Array, after: Uint8Array, stats: Stats): WriteProblem {
  // Beside the file, because a rename is one step only within one file system.
  const temporary = join(dirname(real), `.kafka-eos-${process.pid}-${++lastTemporary}.tmp`);
  try {
    writeNew(temporary, after, stats);
    if (!holds(real, before)) return 'it changed in the meantime; run the command again';
    renameSync(temporary, real);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeNew(path: string, bytes: Uint8Array, { mode, uid, gid }: Stats): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    keepOwner(descriptor, uid, gid);
    fchmodSync(descriptor, mode & 0o7777);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Run as root in a container, a fix must not take the file away from its user; others may not give files away. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    return;
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  return readFileSync(path).equals(bytes);
}

function leadsOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`) || way === path;
}
