import type { EntryKind, WorkspaceHost } from './workspace-host.ts';
import { childOf, folderOf, isInside, nameOf } from './paths.ts';

/** Folder listings, each read at most once. Asking a listing costs no system call per guess, which module resolution needs. */
export interface Folders {
  readonly root: string;
  /** The root or a folder above it: as far up, workspaces and compiler configurations speak about the root's files. */
  readonly outermost: string;
  entries(folder: string): ReadonlyMap<string, EntryKind>;
  /** The one path by which a regular file is known, links resolved; undefined where there is none. */
  fileAt(path: string): string | undefined;
  folderAt(path: string): string | undefined;
}

const nothing: ReadonlyMap<string, EntryKind> = new Map();

export function openFolders(host: WorkspaceHost, outermost = host.root): Folders {
  const root = host.root;
  const realRoot = host.realPath(root);
  const listings = new Map<string, ReadonlyMap<string, EntryKind>>();
  const known = new Map<string, string | undefined>(host.kindOf(root) === 'folder' ? [[root, root]] : []);

  // A workspace that is itself reached through a link must not fall apart into two sets of paths.
  const fromReal = (path: string): string =>
    isInside(realRoot, path) ? childOf(root, path.slice(realRoot.length).replace(/^\//, '')).replace(/\/$/, '') : path;

  function entries(folder: string): ReadonlyMap<string, EntryKind> {
    const seen = listings.get(folder);
    if (seen) return seen;
    const read = host.readFolder(folder);
    const listing = read.length === 0 ? nothing : new Map(read.map((entry) => [entry.name, entry.kind]));
    listings.set(folder, listing);
    return listing;
  }

  function folderAt(path: string): string | undefined {
    if (known.has(path)) return known.get(path);
    const found = isInside(root, path) ? within(path, 'folder') : followed(path, 'folder');
    known.set(path, found);
    return found;
  }

  function within(path: string, wanted: 'file' | 'folder'): string | undefined {
    const parent = folderAt(folderOf(path));
    if (parent === undefined) return undefined;
    const canonical = childOf(parent, nameOf(path));
    const kind = entries(parent).get(nameOf(path));
    if (kind === wanted) return canonical;
    return kind === 'link' ? followed(canonical, wanted) : undefined;
  }

  function followed(path: string, wanted: EntryKind): string | undefined {
    return host.kindOf(path) === wanted ? fromReal(host.realPath(path)) : undefined;
  }

  return { root, outermost, entries, folderAt, fileAt: (path) => within(path, 'file') };
}
