import { statSync } from 'node:fs';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';

/** A host that remembers what it was asked, to tell later whether it would answer the same. */
export interface WatchedHost {
  readonly host: WorkspaceHost;
  /** Whether anything on the disk that was looked at is not as it was; costs a look at each. */
  readonly hasChanged: () => boolean;
  /** Whether this one has. */
  readonly hasChangedAt: (path: string) => boolean;
}

export function watchDisk(disk: WorkspaceHost): WatchedHost {
  const seen = new Map<string, string>();
  const noted = <Value>(read: (path: string) => Value) => {
    return (path: string): Value => {
      // Before it is read: a change in between must count as one.
      if (!seen.has(path)) seen.set(path, signatureOf(path));
      return read(path);
    };
  };
  return {
    host: {
      ...disk,
      readFile: noted((path) => disk.readFile(path)),
      readFolder: noted((path) => disk.readFolder(path)),
      kindOf: noted((path) => disk.kindOf(path)),
    },
    hasChangedAt: (path) => seen.has(path) && seen.get(path) !== signatureOf(path),
    hasChanged: () => [...seen].some(([path, signature]) => signatureOf(path) !== signature),
  };
}

/** Changes when the file is written, when the folder gains or loses an entry, when there is something else. */
export function signatureOf(path: string): string {
  try {
    const { ino, mtimeMs, size, mode } = statSync(path);
    return `${ino} ${mtimeMs} ${size} ${mode}`;
  } catch {
    return 'missing';
  }
}
