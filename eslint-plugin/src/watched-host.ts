import { statSync } from 'node:fs';
import { isInside } from '@kafka-eos/analyzer/program/paths';
import type { WorkspaceHost } from '@kafka-eos/analyzer/program/workspace-host';

/** A host that remembers what it was asked, to tell later whether it would answer the same. */
export interface WatchedHost {
  readonly host: WorkspaceHost;
  /** Whether anything on the disk that was looked at is not as it was; costs a look at each. */
  readonly hasChanged: () => boolean;
  /** Whether this file is not as it was when it was read. */
  readonly hasChangedAt: (path: string) => boolean;
}

export function watchDisk(disk: WorkspaceHost): WatchedHost {
  const contents = new Map<string, string>();
  const kinds = new Map<string, string>();
  const noteContent = (path: string): void => {
    // Before it is read: a change in between must count as one.
    if (!contents.has(path)) contents.set(path, signatureOf(path));
  };
  return {
    host: {
      ...disk,
      readFile(path) {
        noteContent(path);
        return disk.readFile(path);
      },
      readFolder(path) {
        // Above the workspace others come and go all the time; what matters there is asked for by its name.
        if (isInside(disk.root, path)) noteContent(path);
        return disk.readFolder(path);
      },
      kindOf(path) {
        const kind = disk.kindOf(path);
        kinds.set(path, kinds.get(path) ?? kind);
        return kind;
      },
    },
    hasChanged: () =>
      [...contents].some(([path, signature]) => signatureOf(path) !== signature) ||
      [...kinds].some(([path, kind]) => disk.kindOf(path) !== kind),
    hasChangedAt: (path) => contents.has(path) && contents.get(path) !== signatureOf(path),
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
