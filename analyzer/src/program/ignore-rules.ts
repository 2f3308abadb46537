import ignore, { type Ignore } from 'ignore';
import type { Folders } from './folders.ts';
import { childOf, folderOf, foldersUpward, isInside, nameOf, relativePath } from './paths.ts';
import type { WorkspaceHost } from './workspace-host.ts';

export interface IgnoreRules {
  /** The folder itself or one above it is left out by a `.gitignore`, or is never looked into. */
  readonly ignoresFolder: (folder: string) => boolean;
  readonly ignoresFile: (path: string) => boolean;
}

const neverLookedInto: ReadonlySet<string> = new Set(['node_modules', '.git']);

export function isNeverLookedInto(folder: string): boolean {
  return neverLookedInto.has(nameOf(folder));
}

interface Level {
  readonly folder: string;
  readonly rules: Ignore;
}

export function openIgnoreRules(host: WorkspaceHost, folders: Folders): IgnoreRules {
  const levels = new Map<string, readonly Level[]>();
  const verdicts = new Map<string, boolean>();
  const outermost = repositoryOf(folders);

  /** The `.gitignore` files that speak about the entries of a folder, the nearest first. */
  function levelsOf(folder: string): readonly Level[] {
    const seen = levels.get(folder);
    if (seen) return seen;
    const own = readLevel(host, folders, folder);
    const above = folder === outermost || !isInside(outermost, folder) ? [] : levelsOf(folderOf(folder));
    const all = own ? [own, ...above] : above;
    levels.set(folder, all);
    return all;
  }

  function ignoresFolder(folder: string): boolean {
    if (isNeverLookedInto(folder)) return true;
    if (folder === folders.root || !isInside(folders.root, folder)) return folder.includes('/node_modules/');
    const seen = verdicts.get(folder);
    if (seen !== undefined) return seen;
    const verdict = ignoresFolder(folderOf(folder)) || isIgnored(levelsOf(folderOf(folder)), folder, '/');
    verdicts.set(folder, verdict);
    return verdict;
  }

  return {
    ignoresFolder,
    ignoresFile: (path) =>
      ignoresFolder(folderOf(path)) || (isInside(folders.root, path) && isIgnored(levelsOf(folderOf(path)), path, '')),
  };
}

function isIgnored(levels: readonly Level[], path: string, suffix: string): boolean {
  for (const { folder, rules } of levels) {
    const { ignored, unignored } = rules.test(relativePath(folder, path) + suffix);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function readLevel(host: WorkspaceHost, folders: Folders, folder: string): Level | undefined {
  if (folders.entries(folder).get('.gitignore') !== 'file') return undefined;
  const content = host.readFile(childOf(folder, '.gitignore'));
  if (content.kind !== 'bytes') return undefined;
  const rules = ignore({ ignorecase: false, allowRelativePaths: true });
  try {
    rules.add(new TextDecoder().decode(content.bytes));
  } catch {
    return undefined;
  }
  // A workspace that was asked for by name is not left out because a folder above it says so.
  const asked = folders.root;
  if (folder !== asked && isInside(folder, asked) && isIgnored([{ folder, rules }], asked, '/')) return undefined;
  return { folder, rules };
}

/** The repository's root above the workspace, whose `.gitignore` speaks about the workspace too; else the workspace. */
function repositoryOf(folders: Folders): string {
  for (const folder of foldersUpward(folders.root, '/')) {
    if (folders.entries(folder).has('.git')) return folder;
  }
  return folders.root;
}
