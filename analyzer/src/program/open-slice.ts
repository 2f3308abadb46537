import type { LibraryStub } from '../facts/library-stub.ts';
import { openFileLookup } from './file-lookup.ts';
import { findSources } from './find-sources.ts';
import { openFolders } from './folders.ts';
import { openIgnoreRules } from './ignore-rules.ts';
import { openImporters } from './importers.ts';
import { openModuleResolver } from './module-resolver.ts';
import { openNotices, type Notices } from './notices.ts';
import { openProgram } from './open-program.ts';
import { openPathAliases, type PathAliases } from './path-aliases.ts';
import { isInside } from './paths.ts';
import { presentSlice } from './present-slice.ts';
import { isKafkaSpecifier, scanSources } from './scan-sources.ts';
import { searchSlice, type FoundSlice } from './search-slice.ts';
import type { Slice } from './slice.ts';
import { openSourceFiles, tooDeepMessage, type OutlinedFile, type SourceFiles } from './source-files.ts';
import { isJavaScript } from './source-kinds.ts';
import type { WorkspaceHost } from './workspace-host.ts';
import { openWorkspacePackages } from './workspace-packages.ts';

export interface SliceRequest {
  /** Absolute files and folders to analyse; empty: the whole workspace. */
  readonly paths: readonly string[];
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  /** How many files a slice may have before it is cut, with a notice; default 5,000. */
  readonly mostFiles?: number;
}

/** Opens the part of a workspace that Kafka code can reach. A workspace without Kafka gives an empty slice. */
export function openSlice(host: WorkspaceHost, request: SliceRequest): Slice {
  const { libraries, includeTests } = request;
  const folders = openFolders(host);
  const rules = openIgnoreRules(host, folders);
  const notices = openNotices(host.root);
  const paths = request.paths.length === 0 ? [host.root] : request.paths;
  const found = findSources(folders, rules, { paths, includeTests });
  const scanned = scanSources(host, found.files, libraries);

  const asked = new Set(found.files);
  const lookup = openFileLookup(folders, (path) => asked.has(path) || !rules.ignoresFile(path));
  const packages = openWorkspacePackages({ host, folders, rules, onProblem: notices.addConfigProblem });
  const packageFolder = (from: string, name: string): string | undefined => packages.find(from, name)?.folder;
  const aliases = openPathAliases({ host, folders, onProblem: notices.addConfigProblem, packageFolder });
  const { declaredModules, kafkaSpecifiers } = scanned;
  const resolver = openModuleResolver({ libraries, lookup, aliases, packages, declaredModules });

  const isKafka = (specifier: string): boolean => isKafkaSpecifier(specifier, kafkaSpecifiers);
  const sources = openSourceFiles({ read: scanned.read, relative: notices.relative, kafkaSpecifiers });
  const importers = openImporters(scanned, resolver);
  const seeds = scanned.seeds.filter((path) => !isBuiltOutput(aliases, path));
  const slice = searchSlice({ scanned, resolver, importers, sources, isKafka }, seeds, request.mostFiles);

  const files = outlinedFiles(slice, sources);
  const opened = openProgram({ root: host.root, libraries, resolver, files });
  for (const path of found.missing) notices.addIncomplete(path, 'There is no such file or folder.');
  for (const [path, reason] of scanned.unreadable) notices.addIncomplete(path, `The file cannot be read (${reason}).`);
  for (const path of opened.tooDeep) notices.addIncomplete(path, tooDeepMessage);
  noteSlice(notices, slice, sources);
  const filesScanned = found.files.length;
  return presentSlice({ host, folders, rules, includeTests, filesScanned, files, resolver, opened, notices });
}

/** Compiled JavaScript that a configuration puts beside its sources would report everything twice. */
function isBuiltOutput(aliases: PathAliases, path: string): boolean {
  return isJavaScript(path) && aliases.outputFoldersFor(path).some((folder) => isInside(folder, path));
}

/** Sorted by path, so that the program does not depend on the order in which its files were found. */
function outlinedFiles(slice: FoundSlice, sources: SourceFiles): ReadonlyMap<string, OutlinedFile> {
  const files = new Map<string, OutlinedFile>();
  for (const path of [...slice.files].sort()) {
    const outlined = sources.open(path);
    if (outlined) files.set(path, outlined);
  }
  return files;
}

function noteSlice(notices: Notices, slice: FoundSlice, sources: SourceFiles): void {
  for (const path of [...slice.files, ...slice.refused]) sources.noticesOf(path).forEach(notices.add);
  if (!slice.isCut) return;
  const message = `More than ${slice.files.length} files belong to the Kafka code; the others were not analysed.`;
  notices.add({ message, incomplete: true });
}
