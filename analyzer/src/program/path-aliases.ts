import ts from '../typescript.ts';
import { compareText } from '../facts/place.ts';
import type { Folders } from './folders.ts';
import { childOf, folderOf, foldersUpward, isInside, isAbsolutePath, joinPath } from './paths.ts';
import { matchPattern } from './package-targets.ts';
import type { WorkspaceHost } from './workspace-host.ts';

/** What the `paths` and `baseUrl` of one tsconfig or jsconfig say. */
interface AliasConfig {
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Where the targets of `paths` start. */
  readonly pathsBase: string;
  readonly baseUrl: string | undefined;
}

export interface PathAliases {
  /** The configurations that speak for the files of a folder, the nearest first. */
  configsFor(folder: string): readonly AliasConfig[];
  /** Where these configurations put the compiled output of a file's neighbours. */
  outputFoldersFor(file: string): readonly string[];
}

interface LoadedConfig extends AliasConfig {
  readonly outputFolder: string | undefined;
  readonly references: readonly string[];
}

interface AliasSources {
  readonly host: WorkspaceHost;
  readonly folders: Folders;
  readonly onProblem: (file: string, problem: string) => void;
  /** The folder of a package of the workspace, for `extends: '@acme/tsconfig/base.json'`. */
  readonly packageFolder: (from: string, name: string) => string | undefined;
}

const configNames = ['tsconfig.json', 'jsconfig.json'];
const circular = 18000;
const cannotRead = new Set([5083, 6053]);

export function openPathAliases(sources: AliasSources): PathAliases {
  const { folders } = sources;
  const loaded = new Map<string, LoadedConfig>();
  const answers = new Map<string, readonly LoadedConfig[]>();

  function load(file: string): LoadedConfig {
    const seen = loaded.get(file) ?? loadConfig(sources, file);
    loaded.set(file, seen);
    return seen;
  }

  function configsFor(folder: string): readonly LoadedConfig[] {
    const seen = answers.get(folder);
    if (seen) return seen;
    const nearest = nearestConfig(folders, folder);
    const configs = nearest === undefined ? [] : withReferences(nearest, folder);
    answers.set(folder, configs);
    return configs;
  }

  /** A solution's tsconfig.json leaves the settings to those that it references. */
  function withReferences(file: string, folder: string): readonly LoadedConfig[] {
    const visited = new Set([file]);
    const pending = [file];
    const configs: LoadedConfig[] = [];
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const config = load(next);
      configs.push(config);
      for (const reference of config.references) {
        if (visited.has(reference) || !isInside(folderOf(reference), folder)) continue;
        visited.add(reference);
        pending.push(reference);
      }
    }
    return configs;
  }

  function outputFoldersFor(file: string): readonly string[] {
    return configsFor(folderOf(file)).flatMap(({ outputFolder }) => outputFolder ?? []);
  }

  return { configsFor, outputFoldersFor };
}

/** The paths that a specifier may mean by a configuration's `paths`, the best pattern first; a bare `*` is left to `loose`. */
export function aliasTargets(config: AliasConfig, specifier: string, loose: boolean): readonly string[] {
  const patterns = [...config.paths.keys()].filter((pattern) => pattern.startsWith('*') === loose);
  // The longest prefix wins, as in the compiler.
  patterns.sort((a, b) => prefixLength(b) - prefixLength(a) || compareText(a, b));
  for (const pattern of patterns) {
    const filled = matchPattern(pattern, specifier);
    if (filled === undefined) continue;
    const targets = config.paths.get(pattern) ?? [];
    return targets.map((target) =>
      joinPath(
        config.pathsBase,
        target.replace('*', () => filled),
      ),
    );
  }
  return [];
}

function prefixLength(pattern: string): number {
  const star = pattern.indexOf('*');
  return star < 0 ? Number.POSITIVE_INFINITY : star;
}

function nearestConfig(folders: Folders, folder: string): string | undefined {
  for (const above of foldersUpward(folder, folders.outermost)) {
    const entries = folders.entries(above);
    const name = configNames.find((each) => entries.get(each) === 'file' || entries.get(each) === 'link');
    if (name !== undefined) return childOf(above, name);
  }
  return undefined;
}

function loadConfig(sources: AliasSources, file: string): LoadedConfig {
  const folder = folderOf(file);
  try {
    const read = ts.readConfigFile(file, (path) => readText(sources, path));
    if (read.error) sources.onProblem(file, `is not valid: ${messageOf(read.error)}`);
    const content: unknown = read.config ?? {};
    const parsed = ts.parseJsonConfigFileContent(content, configHost(sources, folder), folder, undefined, file);
    reportErrors(sources, file, parsed.errors);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- workspaces still use it
    const { baseUrl } = parsed.options;
    return {
      paths: new Map(Object.entries(parsed.options.paths ?? {})),
      pathsBase: located(sources, folder, baseUrl ?? stringOr(parsed.options['pathsBasePath'], folder)),
      baseUrl: baseUrl === undefined ? undefined : located(sources, folder, baseUrl),
      outputFolder: outputFolderOf(parsed.options, folder),
      references: (parsed.projectReferences ?? []).map((reference) => ts.resolveProjectReferencePath(reference)),
    };
  } catch {
    sources.onProblem(file, 'cannot be interpreted');
    return { paths: new Map(), pathsBase: folder, baseUrl: undefined, outputFolder: undefined, references: [] };
  }
}

/** An output folder that holds the configuration holds the sources too. */
function outputFolderOf({ outDir }: ts.CompilerOptions, folder: string): string | undefined {
  return outDir === undefined || isInside(outDir, folder) ? undefined : outDir;
}

function configHost(sources: AliasSources, folder: string): ts.ParseConfigHost {
  return {
    useCaseSensitiveFileNames: true,
    // Which files a configuration includes is not asked: the slice decides that.
    readDirectory: () => [],
    fileExists: (path) => sources.folders.fileAt(located(sources, folder, path)) !== undefined,
    readFile: (path) => readText(sources, located(sources, folder, path)),
  };
}

/** An installed package has no say, before and after an installation alike; a package of the workspace has. */
function located(sources: AliasSources, folder: string, path: string): string {
  const match = /^(.*)\/node_modules\/((?:@[^/]+\/)?[^/]+)(\/.*)?$/.exec(path);
  if (!match) return path;
  const provided = sources.packageFolder(folder, match[2] ?? '');
  return provided === undefined ? '' : provided + (match[3] ?? '');
}

function readText({ host, folders }: AliasSources, path: string): string | undefined {
  const file = isAbsolutePath(path) ? folders.fileAt(path) : undefined;
  const read = file === undefined ? undefined : host.readFile(file);
  return read?.kind === 'bytes' ? new TextDecoder().decode(read.bytes) : undefined;
}

function reportErrors(sources: AliasSources, file: string, errors: readonly ts.Diagnostic[]): void {
  const error = errors.find(
    ({ code, messageText }) =>
      code === circular ||
      (cannotRead.has(code) && /['"](?:\.|\/|[A-Za-z]:)/.test(ts.flattenDiagnosticMessageText(messageText, ' '))),
  );
  if (error) sources.onProblem(file, `has a problem: ${messageOf(error)}`);
}

function messageOf(diagnostic: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\.$/, '');
}

function stringOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
