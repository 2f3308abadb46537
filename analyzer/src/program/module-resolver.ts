import type { LibraryStub } from '../facts/library-stub.ts';
import type { FileLookup } from './file-lookup.ts';
import type { GeneratedModules } from './generated-modules.ts';
import type { PackageJson } from './package-json.ts';
import { mappedTargets } from './package-targets.ts';
import { aliasTargets, type PathAliases } from './path-aliases.ts';
import { folderOf, joinPath } from './paths.ts';
import type { WorkspacePackages } from './workspace-packages.ts';

/** What an import leads to. Whatever is installed but neither known to us nor part of the workspace is nothing. */
export type Resolution =
  | { readonly kind: 'file'; readonly path: string }
  /** A declaration file that says `declare module '…'`. */
  | { readonly kind: 'ambient'; readonly path: string }
  | { readonly kind: 'library'; readonly stub: LibraryStub };

export interface ModuleResolver {
  resolve(fromFile: string, specifier: string): Resolution | undefined;
}

interface ResolverParts {
  readonly libraries: readonly LibraryStub[];
  readonly lookup: FileLookup;
  readonly aliases: PathAliases;
  readonly packages: WorkspacePackages;
  readonly declaredModules: ReadonlyMap<string, string>;
  readonly generated: GeneratedModules;
}

type StubsBySpecifier = ReadonlyMap<string, LibraryStub>;

export function openModuleResolver(given: ResolverParts): ModuleResolver {
  const parts = { ...given, lookup: withGenerated(given) };
  const stubs: StubsBySpecifier = new Map(parts.libraries.map((stub) => [stub.specifier, stub]));
  const known = new Map<string, Map<string, Resolution | undefined>>();

  return {
    resolve(fromFile, specifier) {
      const folder = folderOf(fromFile);
      const answers = known.get(folder) ?? new Map<string, Resolution | undefined>();
      known.set(folder, answers);
      if (!answers.has(specifier)) answers.set(specifier, resolveIn(parts, stubs, folder, specifier));
      return answers.get(specifier);
    },
  };
}

function resolveIn(
  parts: ResolverParts,
  stubs: StubsBySpecifier,
  folder: string,
  specifier: string,
): Resolution | undefined {
  if (/^\.\.?(?:\/|$)/.test(specifier)) return fileOr(parts, parts.lookup.module(joinPath(folder, specifier)));
  if (specifier.startsWith('/') || specifier === '') return undefined;
  if (specifier.startsWith('#')) {
    return fileOr(parts, byAlias(parts, folder, specifier, false) ?? bySubpathImport(parts, folder, specifier));
  }
  return resolveName(parts, stubs, folder, specifier);
}

function resolveName(
  parts: ResolverParts,
  stubs: StubsBySpecifier,
  folder: string,
  specifier: string,
): Resolution | undefined {
  const own = stubs.get(specifier) ?? stubs.get(withOtherNodePrefix(specifier));
  const stub = own ?? parts.generated.named(specifier);
  const library: Resolution | undefined = stub && { kind: 'library', stub };
  const aliased = fileOr(parts, byAlias(parts, folder, specifier, false));
  // Before `baseUrl`: a folder that happens to be called like a library is not what an import of the library means.
  if (aliased || library) return aliased ?? library;
  const found = byAlias(parts, folder, specifier, true) ?? byBaseUrl(parts, folder, specifier);
  return fileOr(parts, found ?? byPackage(parts, folder, specifier)) ?? byDeclaration(parts, specifier);
}

function byDeclaration({ declaredModules }: ResolverParts, specifier: string): Resolution | undefined {
  const path = declaredModules.get(specifier);
  return path === undefined ? undefined : { kind: 'ambient', path };
}

/** What is generated is found where it will be, whether or not it is there. */
function withGenerated({ lookup, generated }: ResolverParts): FileLookup {
  return {
    module: (path) => (generated.at(path) === undefined ? lookup.module(path) : path),
    sourceOfBuilt(packageFolder, target) {
      const path = joinPath(packageFolder, target);
      return generated.at(path) === undefined ? lookup.sourceOfBuilt(packageFolder, target) : path;
    },
  };
}

function fileOr({ generated }: ResolverParts, path: string | undefined): Resolution | undefined {
  if (path === undefined) return undefined;
  const stub = generated.at(path);
  return stub === undefined ? { kind: 'file', path } : { kind: 'library', stub };
}

/** `fs` and `node:fs` are one module. */
function withOtherNodePrefix(specifier: string): string {
  return specifier.startsWith('node:') ? specifier.slice('node:'.length) : `node:${specifier}`;
}

function byAlias(
  { aliases, lookup }: ResolverParts,
  folder: string,
  specifier: string,
  loose: boolean,
): string | undefined {
  for (const config of aliases.configsFor(folder)) {
    for (const target of aliasTargets(config, specifier, loose)) {
      const [, owner, built] = /^(.*)\/((?:dist|build|out)\/.*)$/.exec(target) ?? [];
      const source = owner === undefined || built === undefined ? undefined : lookup.sourceOfBuilt(owner, built);
      const found = source ?? lookup.module(target);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function byBaseUrl({ aliases, lookup }: ResolverParts, folder: string, specifier: string): string | undefined {
  for (const { baseUrl } of aliases.configsFor(folder)) {
    const found = baseUrl === undefined ? undefined : lookup.module(joinPath(baseUrl, specifier));
    if (found !== undefined) return found;
  }
  return undefined;
}

function bySubpathImport({ packages, lookup }: ResolverParts, folder: string, specifier: string): string | undefined {
  const own = packages.nearest(folder);
  return own && firstSource(lookup, own.folder, mappedTargets(own.content['imports'], specifier));
}

function byPackage({ packages, lookup }: ResolverParts, folder: string, specifier: string): string | undefined {
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const subpath = parts.slice(specifier.startsWith('@') ? 2 : 1).join('/');
  const found = packages.find(folder, name);
  return found && entryOf(lookup, found, subpath);
}

/** The source behind a package's entry: never its built output, which may be missing, stale, or the same code twice. */
function entryOf(lookup: FileLookup, { folder, content }: PackageJson, subpath: string): string | undefined {
  const exported = mappedTargets(content['exports'], subpath === '' ? '.' : `./${subpath}`);
  if (subpath !== '') {
    return (
      firstSource(lookup, folder, exported) ??
      lookup.sourceOfBuilt(folder, subpath) ??
      lookup.module(joinPath(folder, `src/${subpath}`))
    );
  }
  const fields = ['source', 'types', 'typings', 'module', 'main'].map((field) => content[field]);
  const entries = fields.filter((field) => typeof field === 'string');
  return firstSource(lookup, folder, [...exported, ...entries, 'src/index', 'index']);
}

function firstSource(lookup: FileLookup, folder: string, targets: readonly string[]): string | undefined {
  for (const target of targets) {
    const found = lookup.sourceOfBuilt(folder, target);
    if (found !== undefined) return found;
  }
  return undefined;
}
