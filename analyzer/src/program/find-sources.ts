import { compareText } from '../facts/place.ts';
import type { Folders } from './folders.ts';
import { isNeverLookedInto, type IgnoreRules } from './ignore-rules.ts';
import { childOf, joinPath } from './paths.ts';
import { isOutputOfNeighbour, isSource, isTestFile, isTestFolder } from './source-kinds.ts';

interface SourceRequest {
  /** Absolute files or folders. What is asked for by name is taken even where a `.gitignore` or its name speaks against it. */
  readonly paths: readonly string[];
  readonly includeTests: boolean;
}

interface FoundSources {
  /** Absolute paths, sorted, each file once. */
  readonly files: readonly string[];
  /** Requested paths at which there is nothing. */
  readonly missing: readonly string[];
}

export function findSources(folders: Folders, rules: IgnoreRules, request: SourceRequest): FoundSources {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const requested of request.paths) {
    const path = joinPath(folders.root, requested);
    const file = folders.fileAt(path);
    const folder = folders.folderAt(path);
    if (file !== undefined) files.add(file);
    else if (folder === undefined) missing.push(path);
    else {
      const found = findFiles(folders, rules, folder, request.includeTests, isOwnSource);
      for (const source of found) files.add(source);
    }
  }
  return { files: [...files].filter(isSource).sort(compareText), missing: missing.sort(compareText) };

  function isOwnSource(name: string, neighbours: ReadonlyMap<string, unknown>): boolean {
    return isSource(name) && !isOutputOfNeighbour(name, neighbours) && (request.includeTests || !isTestFile(name));
  }
}

/**
 * Files below a folder that pass the test, in no particular order. Links are not followed: inside the workspace they
 * lead to what is found anyway, and what lies outside is not ours. So a loop cannot be entered and no file comes twice.
 */
export function findFiles(
  folders: Folders,
  rules: IgnoreRules,
  start: string,
  includeTests: boolean,
  accepts: (name: string, neighbours: ReadonlyMap<string, unknown>) => boolean,
): readonly string[] {
  // Below a folder that was asked for although it is ignored, only what is never looked into is left out.
  const isIgnored = rules.ignoresFolder(start) ? isNeverLookedInto : rules.ignoresFolder;
  const isIgnoredFile = rules.ignoresFolder(start) ? () => false : rules.ignoresFile;
  const found: string[] = [];
  const pending = [start];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = folders.entries(folder);
    for (const [name, kind] of entries) {
      const path = childOf(folder, name);
      if (kind === 'file' && accepts(name, entries) && !isIgnoredFile(path)) found.push(path);
      if (kind === 'folder' && (includeTests || !isTestFolder(name)) && !isIgnored(path)) pending.push(path);
    }
  }
  return found;
}
