import { lockfiles, type Lock } from './lockfiles.ts';
import { memoized } from './memoized.ts';
import { isRecord, parsedJson, type Json } from './package-json.ts';
import { childOf, folderOf, foldersUpward, relativePath } from './paths.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** A release of a package. */
export interface Release {
  /** The folder of the package.json that asks for it. */
  readonly folder: string;
  readonly major: number;
  /** `2.2.4` where a lockfile says so, else the range of the package.json. */
  readonly version: string;
  /** The absolute path of the file that says so. */
  readonly saidBy: string;
}

/** Which release of a package a file of the workspace runs with; undefined where nothing says so. */
export type ReleaseOf = (packageName: string, file: string) => Release | undefined;

/** The nearest package.json that asks for the package, and the nearest lockfile at or above it that knows it. */
export function openReleases(host: Pick<WorkspaceHost, 'root' | 'readFile'>): ReleaseOf {
  const { root } = host;
  const readText = (path: string): string | undefined => {
    const read = host.readFile(path);
    return read.kind === 'bytes' ? new TextDecoder().decode(read.bytes) : undefined;
  };
  const declaredIn = memoized((folder: string): Json => parsedJson(readText(childOf(folder, 'package.json')) ?? ''));
  const locksIn = memoized((folder: string): readonly FoundLock[] =>
    [...lockfiles].flatMap(([name, open]) => {
      const saidBy = childOf(folder, name);
      const text = readText(saidBy);
      return text === undefined ? [] : [{ saidBy, versionOf: open(text) }];
    }),
  );
  const known = new Map<string, Release | undefined>();
  const find = (name: string, from: string): Release | undefined => {
    for (const folder of foldersUpward(from, root)) {
      const range = rangeOf(declaredIn(folder), name);
      if (range !== undefined) return locked(locksIn, { root, folder, name, range }) ?? declared(folder, range);
    }
    return undefined;
  };
  return (name, file) => {
    const folder = folderOf(file);
    const key = `${name}\n${folder}`;
    if (!known.has(key)) known.set(key, find(name, folder));
    return known.get(key);
  };
}

function rangeOf(content: Json, name: string): string | undefined {
  if (!isRecord(content)) return undefined;
  for (const field of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
    const declared = content[field];
    const range = isRecord(declared) ? declared[name] : undefined;
    if (typeof range === 'string') return range;
  }
  return undefined;
}

interface Asking {
  readonly root: string;
  readonly folder: string;
  readonly name: string;
  readonly range: string;
}

interface FoundLock {
  readonly saidBy: string;
  readonly versionOf: Lock;
}

function locked(
  locksIn: (folder: string) => readonly FoundLock[],
  { root, folder, name, range }: Asking,
): Release | undefined {
  for (const above of foldersUpward(folder, root)) {
    const inside = above === folder ? '' : relativePath(above, folder);
    for (const { saidBy, versionOf } of locksIn(above)) {
      const version = versionOf({ name, range, folder: inside });
      const release = version === undefined ? undefined : releaseAt(folder, version, saidBy);
      if (release !== undefined) return release;
    }
  }
  return undefined;
}

/** The least that a range allows: `^2.2.0`, `~2.2`, `2.x`; `*` and `latest` say nothing. */
function declared(folder: string, range: string): Release | undefined {
  return releaseAt(folder, range, childOf(folder, 'package.json'));
}

function releaseAt(folder: string, version: string, saidBy: string): Release | undefined {
  const major = /^(?:npm:[^\s]*@)?[\^~>=v\s]*(\d+)/.exec(version)?.[1];
  return major === undefined ? undefined : { folder, major: Number(major), version, saidBy };
}
