import { childOf, folderOf, foldersUpward, isAbsolutePath, joinPath, nameOf } from './paths.ts';
import type { EntryKind, FileContent, FolderEntry, WorkspaceHost } from './workspace-host.ts';

/** A workspace in memory, for tests and for text that no disk has. Names are absolute, or relative to the root. */
export function createMemoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  root = '/workspace',
): WorkspaceHost {
  const contents = new Map<string, Uint8Array>();
  const folders = new Map<string, Map<string, EntryKind>>([[root, new Map()]]);
  for (const [name, content] of Object.entries(files)) {
    const path = isAbsolutePath(name) ? name : joinPath(root, name);
    contents.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    addEntry(folders, path);
  }
  return {
    root,
    readFile: (path) => contentOf(contents.get(path)),
    readFolder: (path) => listingOf(folders.get(path)),
    kindOf: (path) => (contents.has(path) ? 'file' : folders.has(path) ? 'folder' : 'missing'),
    realPath: (path) => path,
  };
}

/** The same workspace with unsaved text: what is in `edits` replaces or adds a file. */
export function overlayHost(base: WorkspaceHost, edits: ReadonlyMap<string, string>): WorkspaceHost {
  const encoded = new Map([...edits].map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const added = new Map<string, Map<string, EntryKind>>();
  for (const path of encoded.keys()) addEntry(added, path);
  return {
    root: base.root,
    overlay: new Map([...(base.overlay ?? []), ...edits]),
    readFile: (path) => (encoded.has(path) ? contentOf(encoded.get(path)) : base.readFile(path)),
    readFolder: (path) => listingOf(merged(base.readFolder(path), added.get(path))),
    kindOf: (path) => (encoded.has(path) ? 'file' : kindWith(base.kindOf(path), added.has(path))),
    realPath: (path) => (encoded.has(path) ? path : base.realPath(path)),
  };
}

function contentOf(bytes: Uint8Array | undefined): FileContent {
  return bytes ? { kind: 'bytes', bytes } : { kind: 'missing' };
}

function kindWith(kind: EntryKind, isAdded: boolean): EntryKind {
  return kind === 'missing' && isAdded ? 'folder' : kind;
}

function listingOf(entries: ReadonlyMap<string, EntryKind> | undefined): readonly FolderEntry[] {
  return [...(entries ?? [])].map(([name, kind]) => ({ name, kind }));
}

function merged(
  base: readonly FolderEntry[],
  added: ReadonlyMap<string, EntryKind> | undefined,
): Map<string, EntryKind> {
  const entries = new Map<string, EntryKind>(added);
  for (const { name, kind } of base) {
    // An edited file shows as a file even where the disk has a link: its text is the editor's.
    if (!entries.has(name) || kind === 'folder') entries.set(name, kind);
  }
  return entries;
}

function addEntry(folders: Map<string, Map<string, EntryKind>>, path: string): void {
  let kind: EntryKind = 'file';
  let child = path;
  for (const folder of foldersUpward(folderOf(path), '/')) {
    const entries = folders.get(folder) ?? new Map<string, EntryKind>();
    folders.set(folder, entries);
    entries.set(nameOf(child), kind);
    kind = 'folder';
    child = folder;
    if (childOf(folder, '') === folder) break;
  }
}
