import { parse } from 'yaml';
import { compareText } from '../facts/place.ts';
import type { Folders } from './folders.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import { memoized } from './memoized.ts';
import { isRecord, readPackageJson, stringsOf, type PackageJson } from './package-json.ts';
import { childOf, folderOf, foldersUpward, joinPath } from './paths.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** The packages that the workspace itself provides. */
export interface WorkspacePackages {
  /** The nearest package.json at or above a folder. */
  nearest(folder: string): PackageJson | undefined;
  /** What code in a folder gets for a package's name, if the workspace has it. */
  find(folder: string, name: string): PackageJson | undefined;
}

interface PackageSources {
  readonly host: WorkspaceHost;
  readonly folders: Folders;
  readonly rules: IgnoreRules;
  readonly onProblem: (file: string, problem: string) => void;
}

/** `packages/**` is looked through this far. */
const deepestGlob = 8;

export function openWorkspacePackages(sources: PackageSources): WorkspacePackages {
  const { folders } = sources;
  const manifests = memoized((folder) => readPackageJson(sources.host, folders, folder, sources.onProblem));
  const members = memoized((folder) => membersOf(sources, manifests, folder));

  const nearest = memoized((folder): PackageJson | undefined => {
    for (const above of foldersUpward(folder, folders.outermost)) {
      const manifest = manifests(above);
      if (manifest) return manifest;
    }
    return undefined;
  });

  function find(folder: string, name: string): PackageJson | undefined {
    const own = nearest(folder);
    if (own?.content['name'] === name) return own;
    const linked = own && linkedFolder(own, name);
    if (linked !== undefined) return manifests(folders.folderAt(linked) ?? linked);
    for (const above of foldersUpward(folder, folders.outermost)) {
      const member = members(above)?.get(name);
      if (member) return member;
    }
    return undefined;
  }

  return { nearest, find };
}

/** The folder of a dependency declared as `file:`, `link:` or `portal:`. */
function linkedFolder(manifest: PackageJson, name: string): string | undefined {
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const declared = manifest.content[field];
    const version = isRecord(declared) ? declared[name] : undefined;
    const path = typeof version === 'string' ? /^(?:file|link|portal):(.+)$/.exec(version)?.[1] : undefined;
    if (path !== undefined) return joinPath(manifest.folder, path);
  }
  return undefined;
}

type ReadManifest = (folder: string) => PackageJson | undefined;

/** The packages of the npm, yarn or pnpm workspace whose root a folder is; undefined if it is none. */
function membersOf(
  sources: PackageSources,
  manifests: ReadManifest,
  folder: string,
): ReadonlyMap<string, PackageJson> | undefined {
  const patterns = [...npmPatterns(manifests(folder)), ...pnpmPatterns(sources, folder)];
  if (patterns.length === 0) return undefined;
  const left = new Set(patterns.filter((each) => each.startsWith('!')).flatMap((each) => expanded(each.slice(1))));
  const members = new Map<string, PackageJson>();
  const found = patterns.filter((each) => !each.startsWith('!')).flatMap(expanded);
  for (const path of found.sort(compareText)) {
    const manifest = left.has(path) ? undefined : manifests(path);
    const name = manifest?.content['name'];
    if (manifest && typeof name === 'string' && !members.has(name)) members.set(name, manifest);
  }
  return members;

  function expanded(pattern: string): readonly string[] {
    const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
    return expand(sources, [folder], segments);
  }
}

function npmPatterns(manifest: PackageJson | undefined): readonly string[] {
  const field = manifest?.content['workspaces'];
  return isRecord(field) ? stringsOf(field['packages']) : stringsOf(field);
}

function pnpmPatterns({ host, folders, onProblem }: PackageSources, folder: string): readonly string[] {
  if (folders.entries(folder).get('pnpm-workspace.yaml') !== 'file') return [];
  const file = childOf(folder, 'pnpm-workspace.yaml');
  const read = host.readFile(file);
  if (read.kind !== 'bytes') return [];
  try {
    const content: unknown = parse(new TextDecoder().decode(read.bytes), { logLevel: 'error' });
    return isRecord(content) ? stringsOf(content['packages']) : [];
  } catch {
    onProblem(file, 'is not valid YAML');
    return [];
  }
}

/** The folders that a pattern of `*`, `**` and plain segments means. */
function expand(sources: PackageSources, starts: readonly string[], segments: readonly string[]): readonly string[] {
  let current = starts;
  for (const segment of segments) {
    if (segment === '**') current = current.flatMap((folder) => [folder, ...below(sources, folder, deepestGlob)]);
    else if (segment === '..') current = current.map(folderOf);
    else if (/[*?{[]/.test(segment)) {
      const matches = segmentPattern(segment);
      current = current.flatMap((folder) =>
        children(sources, folder)
          .filter(({ name }) => matches.test(name))
          .map(pathOf),
      );
    } else current = current.map((folder) => childOf(folder, segment));
  }
  return [...new Set(current)];
}

interface Child {
  readonly name: string;
  readonly path: string;
}

function pathOf(child: Child): string {
  return child.path;
}

function children({ folders, rules }: PackageSources, folder: string): readonly Child[] {
  const found: Child[] = [];
  for (const [name, kind] of folders.entries(folder)) {
    const path = childOf(folder, name);
    if (kind === 'folder' && !rules.ignoresFolder(path)) found.push({ name, path });
  }
  return found;
}

function below(sources: PackageSources, folder: string, depth: number): readonly string[] {
  if (depth === 0) return [];
  return children(sources, folder).flatMap(({ path }) => [path, ...below(sources, path, depth - 1)]);
}

/** A segment of a glob as an expression without nested repetition. */
function segmentPattern(segment: string): RegExp {
  const source = segment
    .replaceAll(/[.+^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\*+/g, '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('{', '(?:')
    .replaceAll('}', ')')
    .replaceAll(',', '|');
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return /^$/;
  }
}
