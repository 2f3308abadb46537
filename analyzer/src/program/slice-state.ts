import type { Importers } from './importers.ts';
import type { ModuleResolver } from './module-resolver.ts';
import type { Export, Outline } from './outline.ts';
import type { ScannedSources } from './scan-sources.ts';
import type { SourceFiles } from './source-files.ts';
import { openSpelling, type Spelling } from './spelling.ts';

export interface SearchParts {
  readonly scanned: ScannedSources;
  readonly resolver: ModuleResolver;
  readonly importers: Importers;
  readonly sources: SourceFiles;
  readonly isKafka: (specifier: string) => boolean;
}

/** What the search for the slice has found so far, and what it still has to do. */
export interface SliceState extends SearchParts {
  readonly spelling: Spelling;
  /** Files with a needed declaration, or on the way to one. */
  readonly files: ReadonlySet<string>;
  /** Files that were looked into and could not be analysed. */
  readonly refused: ReadonlySet<string>;
  readonly isCut: () => boolean;
  /** Takes a file into the slice; false when the slice is full. */
  join(path: string): boolean;
  outlineOf(path: string): Outline | undefined;
  /** What the file of the outline exports by itself under a name; that it was asked is remembered. */
  exportOf(path: string, outline: Outline, name: string): Export | undefined;
  readonly isAskedFor: (path: string, name: string) => boolean;
  /** Puts a task behind all others unless a task of this key was put before, which makes the search end. */
  once(key: string, task: () => void): void;
  run(): void;
}

export function openSliceState(parts: SearchParts, mostFiles: number): SliceState {
  const files = new Set<string>();
  const refused = new Set<string>();
  const done = new Set<string>();
  const askedFor = new Map<string, Set<string>>();
  const tasks: (() => void)[] = [];
  let isCut = false;
  return {
    ...parts,
    spelling: openSpelling(parts.scanned),
    files,
    refused,
    isCut: () => isCut,
    join(path) {
      if (files.has(path)) return true;
      if (files.size >= mostFiles) isCut = true;
      else files.add(path);
      return files.has(path);
    },
    outlineOf(path) {
      const outlined = parts.sources.open(path);
      if (!outlined) refused.add(path);
      return outlined?.outline;
    },
    exportOf(path, outline, name) {
      askedFor.set(path, (askedFor.get(path) ?? new Set()).add(name));
      return outline.exports.get(name);
    },
    isAskedFor: (path, name) => askedFor.get(path)?.has(name) === true,
    once(key, task) {
      if (done.has(key)) return;
      done.add(key);
      tasks.push(task);
    },
    run() {
      // The list grows while it is worked off.
      for (const task of tasks) task();
    },
  };
}
