/**
 * The one door to files. Paths are absolute, with `/` on every platform. Nothing above `program/` reads a file, so
 * the editor's overlay, a test's memory and the disk are the same to the analysis. No method throws.
 */
export interface WorkspaceHost {
  /** The folder that findings are relative to. */
  readonly root: string;
  /** The raw bytes, or why there are none. */
  readFile(path: string): FileContent;
  /** Names in a folder with their kinds, not followed through links; empty when it cannot be read. */
  readFolder(path: string): readonly FolderEntry[];
  /** Follows links. */
  kindOf(path: string): EntryKind;
  /** The path with every link resolved; the path itself when that fails. */
  realPath(path: string): string;
  /** Texts by path that stand in for what another host has there, if this host is made of such. */
  readonly overlay?: ReadonlyMap<string, string>;
}

export type EntryKind = 'file' | 'folder' | 'link' | 'other' | 'missing';

export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly reason: string };
