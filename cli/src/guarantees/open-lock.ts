import { createDiskHost } from '@kafka-eos/analyzer/program/disk-host';
import { folderOf } from '@kafka-eos/analyzer/program/paths';
import type { Lock } from '@kafka-eos/linter/guarantees/lock-schema';
import { lockText } from '@kafka-eos/linter/guarantees/lock-text';
import { readLock } from '@kafka-eos/linter/guarantees/read-lock';
import { replaceFile, type WriteProblem } from '../files/replace-file.ts';
import { writeReport } from '../files/write-report.ts';

/** A lock, and the bytes that it was read from: they must still be there when it is written. */
export interface OpenLock {
  readonly lock: Lock;
  readonly bytes: Uint8Array;
}

/** Reads a lock; the problem begins with a verb. */
export function openLock(path: string): OpenLock | { readonly problem: string } {
  const content = createDiskHost(folderOf(path)).readFile(path);
  if (content.kind === 'missing') return { problem: 'is gone; run the command again' };
  if (content.kind === 'unreadable') return { problem: `cannot be read: ${content.reason}` };
  const read = readLock(new TextDecoder().decode(content.bytes));
  return read.kind === 'lock' ? { lock: read.lock, bytes: content.bytes } : { problem: read.message };
}

/** Writes a lock in one step; leaves one alone that says the same. */
export function writeLock(path: string, before: OpenLock | undefined, next: Lock): WriteProblem {
  const text = lockText(next);
  if (before === undefined) return writeReport(path, text);
  if (lockText(before.lock) === text) return undefined;
  return replaceFile(path, before.bytes, new TextEncoder().encode(text), folderOf(path));
}
