import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
  type Dirent,
  type Stats,
} from 'node:fs';
import { resolve, sep } from 'node:path';
import type { EntryKind, FileContent, FolderEntry, WorkspaceHost } from './workspace-host.ts';

/** Larger than any source that someone wrote, and small enough to hold. */
const largestFile = 256 * 1024 * 1024;

/** The disk. The only file of the analyzer that knows `node:fs`. */
export function createDiskHost(root: string): WorkspaceHost {
  return { root: withSlashes(resolve(root)), readFile, readFolder, kindOf, realPath };
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll(sep, '/') : path;
}

function readFile(path: string): FileContent {
  let descriptor: number | undefined;
  try {
    // Opening a FIFO waits for a writer, and opening a device may do worse: only a regular file is opened at all.
    // It may be exchanged in between, hence the non-blocking open and the second look.
    if (!statSync(path).isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    if (stats.size > largestFile) return { kind: 'unreadable', reason: 'it is larger than 256 MB' };
    return { kind: 'bytes', bytes: readAll(descriptor, stats.size) };
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function readAll(descriptor: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

function readFolder(path: string): readonly FolderEntry[] {
  try {
    return readdirSync(path, { withFileTypes: true }).map((entry) => ({ name: entry.name, kind: kindFrom(entry) }));
  } catch {
    return [];
  }
}

function kindOf(path: string): EntryKind {
  try {
    return kindFrom(statSync(path));
  } catch {
    return 'missing';
  }
}

function kindFrom(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

function realPath(path: string): string {
  try {
    return withSlashes(realpathSync.native(path));
  } catch {
    return path;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
