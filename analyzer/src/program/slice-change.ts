import ts from '../typescript.ts';
import { exteriorOf, reachesBeyondImports } from './exterior.ts';
import type { Slice } from './slice.ts';

/** A slice, and what each of its files imports. */
export interface LinkedSlice {
  readonly slice: Slice;
  /** By path: what the specifiers of the file lead to, files of the workspace and stubs. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** What is not as it was, from one slice to the next. */
export interface SliceChange {
  /** Files that are no more, or are others now. Nodes of theirs mean nothing any more. */
  readonly gone: ReadonlySet<ts.SourceFile>;
  /** Files, as they are now, whose text or types may be others. */
  readonly affected: ReadonlySet<ts.SourceFile>;
}

/** Undefined when anything may be different. */
export function changeBetween(before: LinkedSlice, now: LinkedSlice): SliceChange | undefined {
  if (platformChanged(before.slice, now.slice)) return undefined;
  const old = byPath(before.slice);
  const current = byPath(now.slice);
  const gone = new Set([...old].flatMap(([path, file]) => (current.get(path) === file ? [] : [file])));
  const fresh = [...current].flatMap(([path, file]) => (old.get(path) === file ? [] : [file]));
  if ([...gone, ...fresh].some(reachesBeyondImports)) return undefined;
  const paths = new Set([...old.keys(), ...current.keys()]);
  const outwards = [...paths].filter((path) => changesTypes(path, before, now, old.get(path), current.get(path)));
  const reached = importersOf(outwards, [before, now]);
  const affected = [...reached].flatMap((path) => current.get(path) ?? []);
  return { gone, affected: new Set([...fresh, ...affected]) };
}

function byPath({ files }: Slice): ReadonlyMap<string, ts.SourceFile> {
  return new Map(files.map((file) => [file.fileName, file]));
}

/** Stubs that come or go are imported by files that change; but what is global must stay the same. */
function platformChanged(before: Slice, now: Slice): boolean {
  const old = globalsOf(before);
  const current = globalsOf(now);
  return old.length !== current.length || old.some((file, index) => current[index] !== file);
}

/** Files that are no sources of the workspace, and declare for all. */
function globalsOf({ program, files }: Slice): readonly ts.SourceFile[] {
  const own = new Set(files);
  return program
    .getSourceFiles()
    .filter((file) => !own.has(file) && (!ts.isExternalModule(file) || file.text.includes('declare global')));
}

function changesTypes(
  path: string,
  before: LinkedSlice,
  now: LinkedSlice,
  old: ts.SourceFile | undefined,
  current: ts.SourceFile | undefined,
): boolean {
  if (old === undefined || current === undefined) return true;
  if (before.links.get(path)?.join('\n') !== now.links.get(path)?.join('\n')) return true;
  return old !== current && exteriorOf(old) !== exteriorOf(current);
}

/** The files themselves, and whatever imports them, directly or not. */
function importersOf(paths: readonly string[], slices: readonly LinkedSlice[]): ReadonlySet<string> {
  const reached = new Set(paths);
  if (paths.length === 0) return reached;
  const importers = new Map<string, string[]>();
  for (const { links } of slices) {
    for (const [importer, targets] of links) {
      for (const target of targets) importers.set(target, [...(importers.get(target) ?? []), importer]);
    }
  }
  // The set grows while it is walked.
  for (const path of reached) for (const importer of importers.get(path) ?? []) reached.add(importer);
  return reached;
}
