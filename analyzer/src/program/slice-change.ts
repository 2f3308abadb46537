import ts from '../typescript.ts';
import { reachesBeyondImports } from './exterior.ts';
import { frameOf } from './file-part.ts';
import { bodyAround } from './outermost-body.ts';
import { maySee, outwardChange, passedOn, united, type Outward } from './outward-change.ts';
import type { Slice } from './slice.ts';
import { changedSpan } from './text-change.ts';

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
  /** Files, as they are now, whose text or types may be others throughout. */
  readonly affected: ReadonlySet<ts.SourceFile>;
  /** The bodies in other files in which somebody has typed: nothing else is different there. */
  readonly touched: ReadonlyMap<ts.SourceFile, ts.Block>;
}

/** Undefined when anything may be different. */
export function changeBetween(before: LinkedSlice, now: LinkedSlice): SliceChange | undefined {
  if (before.slice.releases !== now.slice.releases || platformChanged(before.slice, now.slice)) return undefined;
  const old = byPath(before.slice);
  const current = byPath(now.slice);
  const gone = new Set([...old].flatMap(([path, file]) => (current.get(path) === file ? [] : [file])));
  const fresh = [...current].flatMap(([path, file]) => (old.get(path) === file ? [] : [file]));
  if ([...gone, ...fresh].some(reachesBeyondImports)) return undefined;
  const paths = new Set([...old.keys(), ...current.keys()]);
  const outward = new Map(
    [...paths].map((path) => [path, outwardOf(path, before, now, old.get(path), current.get(path))] as const),
  );
  const seers = seeing(outward, current, [before, now]);
  const touched = new Map(fresh.flatMap((file) => touchedIn(file, old.get(file.fileName), outward)));
  const throughout = fresh.filter((file) => !touched.has(file));
  return { gone, affected: new Set([...throughout, ...seers]), touched };
}

/** At most one body, in which everything is that is different. */
function touchedIn(
  file: ts.SourceFile,
  before: ts.SourceFile | undefined,
  outward: ReadonlyMap<string, Outward>,
): readonly (readonly [ts.SourceFile, ts.Block])[] {
  const isSilent = sizeOf(outward.get(file.fileName) ?? 'anything') === 0;
  if (!isSilent || before === undefined || frameOf(before) !== frameOf(file)) return [];
  const { start, now } = changedSpan(before.text, file.text);
  const body = bodyAround(file, start, now);
  return body === undefined ? [] : [[file, body]];
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
  return program.getSourceFiles().filter((file) => !own.has(file) && isGlobal(file));
}

const globals = new WeakMap<ts.SourceFile, boolean>();

function isGlobal(file: ts.SourceFile): boolean {
  const known = globals.get(file) ?? (!ts.isExternalModule(file) || file.text.includes('declare global'));
  globals.set(file, known);
  return known;
}

/** What the file itself has changed for others. */
function outwardOf(
  path: string,
  before: LinkedSlice,
  now: LinkedSlice,
  old: ts.SourceFile | undefined,
  current: ts.SourceFile | undefined,
): Outward {
  if (old === undefined || current === undefined) return 'anything';
  if (before.links.get(path)?.join('\n') !== now.links.get(path)?.join('\n')) return 'anything';
  return old === current ? none : outwardChange(old, current);
}

const none: ReadonlySet<string> = new Set();

/** The files whose types may be others: those that see what a file that they import has changed, directly or not. */
function seeing(
  changed: ReadonlyMap<string, Outward>,
  files: ReadonlyMap<string, ts.SourceFile>,
  slices: readonly LinkedSlice[],
): readonly ts.SourceFile[] {
  const outward = new Map([...changed].filter(([, names]) => sizeOf(names) > 0));
  if (outward.size === 0) return [];
  const importers = importersIn(slices);
  const seen = new Set([...outward].flatMap(([path, names]) => (names === 'anything' ? [path] : [])));
  const pending = [...outward.keys()];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const names = outward.get(path) ?? none;
    for (const importer of importers.get(path) ?? []) {
      const file = files.get(importer);
      if (file === undefined) continue;
      if (maySee(file, names)) seen.add(importer);
      const known = outward.get(importer) ?? none;
      const passed = united(known, passedOn(file, names));
      outward.set(importer, passed);
      if (sizeOf(passed) > sizeOf(known)) pending.push(importer);
    }
  }
  return [...seen].flatMap((path) => files.get(path) ?? []);
}

function sizeOf(names: Outward): number {
  return names === 'anything' ? Infinity : names.size;
}

function importersIn(slices: readonly LinkedSlice[]): ReadonlyMap<string, ReadonlySet<string>> {
  const importers = new Map<string, Set<string>>();
  for (const { links } of slices) {
    for (const [importer, targets] of links) {
      for (const target of targets) importers.set(target, (importers.get(target) ?? new Set()).add(importer));
    }
  }
  return importers;
}
