import type { Notice } from '../facts/notice.ts';
import { openFileLookup } from './file-lookup.ts';
import { findSources } from './find-sources.ts';
import { openFolders, type Folders } from './folders.ts';
import { openGeneratedModules } from './generated-modules.ts';
import { openIgnoreRules, type IgnoreRules } from './ignore-rules.ts';
import { openImporters } from './importers.ts';
import { openModuleResolver, type ModuleResolver } from './module-resolver.ts';
import { openNotices, type Notices } from './notices.ts';
import { openReleases, type ReleaseOf } from './releases.ts';
import { looksTheSame, rereadSource, type Reread } from './reread-source.ts';
import { openPathAliases, type PathAliases } from './path-aliases.ts';
import { isInside } from './paths.ts';
import { isKafkaSpecifier, mentionsKafka, scanSources, type ScannedSources } from './scan-sources.ts';
import { nothingShared, scanShared, withShared, type SharedSources } from './scan-shared.ts';
import { searchSlice, type FoundSlice } from './search-slice.ts';
import type { SliceRequest } from './open-slice.ts';
import type { SliceTexts } from './slice.ts';
import { openTexts } from './slice-texts.ts';
import { openSourceFiles, type SourceFiles } from './source-files.ts';
import type { SourceTrees } from './source-trees.ts';
import { isJavaScript } from './source-kinds.ts';
import type { WorkspaceHost } from './workspace-host.ts';
import { openWorkspacePackages } from './workspace-packages.ts';

/** The files that Kafka code can reach, found; and what is needed to find them again after a change of a text. */
export interface SearchedSources {
  readonly host: WorkspaceHost;
  readonly trees: SourceTrees;
  readonly resolver: ModuleResolver;
  readonly sources: SourceFiles;
  readonly texts: SliceTexts;
  readonly releaseOf: ReleaseOf;
  readonly filesScanned: number;
  readonly found: () => FoundSlice;
  readonly notices: () => readonly Notice[];
  /**
   * Takes in that the text of one file is another now. Undefined when more than that file would have to be looked at:
   * then the search must begin again. `aside` where nothing of the file is in what was found.
   */
  readonly retext: (path: string) => 'aside' | 'within' | undefined;
  /** Whether the file is one of those that were scanned. */
  readonly isListed: (path: string) => boolean;
}

export function searchSources(host: WorkspaceHost, request: SliceRequest, trees: SourceTrees): SearchedSources {
  const { libraries, includeTests } = request;
  const folders = openFolders(host, request.outermost);
  const rules = openIgnoreRules(host, folders);
  const early = openNotices(host.root);
  const paths = request.paths.length === 0 ? [host.root] : request.paths;
  const listed = findSources(folders, rules, { paths, includeTests });
  const scan = scanSources(host, listed.files, libraries);
  const asked = new Set(listed.files);
  const allows = (path: string): boolean => asked.has(path) || !rules.ignoresFile(path);
  const texts = openTexts({ host, folders, rules, includeTests });
  const { resolver, aliases } = openResolution({ host, folders, rules, allows, early, libraries, scan, texts });
  const isAll = request.outermost === undefined || paths.some((path) => isInside(path, folders.outermost));
  const shared = isAll ? nothingShared : scanShared(scan, paths, resolver);
  const releaseOf = openReleases({ root: folders.outermost, readFile: (path) => host.readFile(path) });
  for (const path of listed.missing) early.addIncomplete(path, 'There is no such file or folder.');
  for (const [path, reason] of scan.unreadable) early.addIncomplete(path, `The file cannot be read (${reason}).`);

  const parts = { host, trees, request, scan, shared, resolver, aliases, early, texts, releaseOf };
  return openSearch({ ...parts, listed: listed.files });
}

interface SearchParts {
  readonly host: WorkspaceHost;
  readonly trees: SourceTrees;
  readonly request: SliceRequest;
  readonly listed: readonly string[];
  readonly scan: ScannedSources;
  readonly shared: SharedSources;
  readonly resolver: ModuleResolver;
  readonly aliases: PathAliases;
  readonly early: Notices;
  readonly texts: SliceTexts;
  readonly releaseOf: ReleaseOf;
}

function openSearch(parts: SearchParts): SearchedSources {
  const { host, trees, request, listed, scan, shared, resolver, aliases, early, texts, releaseOf } = parts;
  const asked = new Set(listed);
  const scanned = withShared(scan, shared);
  const { mentions, tagged, kafkaSpecifiers } = scanned;
  const isKafka = (specifier: string): boolean => isKafkaSpecifier(specifier, kafkaSpecifiers);
  const sources = openSourceFiles({ trees, read: scan.read, relative: early.relative, kafkaSpecifiers });
  let importers = openImporters(scanned, resolver);
  const isSeed = (file: string): boolean => tagged.has(file) || mentionsKafka(mentions.get(file), kafkaSpecifiers);
  const from = (files: readonly string[]): FoundSlice => {
    const seeds = files.filter(isSeed).filter((path) => !isBuiltOutput(aliases, path));
    return searchSlice({ scanned, resolver, importers, sources, isKafka }, seeds, request.mostFiles);
  };
  const search = (): FoundSlice => {
    const all = from([...listed, ...shared.mentions.keys()]);
    // Shared code that names Kafka is nobody's here as long as nobody uses that of it.
    return all.files.some((path) => asked.has(path)) ? all : from(listed);
  };
  let found = search();
  const wouldBeFoundTheSame = (path: string, reread: Reread): boolean => {
    const looked = sources.forget(path);
    if (!reread.sameMentions || !reread.sameAnswers) return false;
    const standing = { isSeed: isSeed(path), isAskedFor: (name: string) => found.isAskedFor(path, name) };
    return looked === undefined || looksTheSame(looked, sources.look(path), standing);
  };
  const opened = { host, trees, resolver, sources, texts, releaseOf };
  return {
    ...opened,
    filesScanned: listed.length,
    found: () => found,
    notices: () => sliceNotices(early, found, sources),
    isListed: (path) => asked.has(path),
    retext(path) {
      if (shared.mentions.has(path)) return undefined;
      // A file that was not listed matters only where an import led to it.
      if (!asked.has(path)) return sources.forget(path) === undefined ? 'aside' : undefined;
      const reread = rereadSource(host, scanned, path);
      if (reread === undefined || (shared.mayGrow && !reread.sameMentions)) return undefined;
      mentions.set(path, reread.mentions);
      if (!reread.sameMentions) importers = openImporters(scanned, resolver);
      if (wouldBeFoundTheSame(path, reread)) return found.files.includes(path) ? 'within' : 'aside';
      // Configurations that only the search before asked for may have had something to say.
      if (early.sorted().length > 0) return undefined;
      found = search();
      return 'within';
    },
  };
}

interface ResolutionParts {
  readonly host: WorkspaceHost;
  readonly folders: Folders;
  readonly rules: IgnoreRules;
  readonly allows: (path: string) => boolean;
  readonly early: Notices;
  readonly libraries: SliceRequest['libraries'];
  readonly texts: SliceTexts;
  readonly scan: ScannedSources;
}

function openResolution(parts: ResolutionParts): { readonly resolver: ModuleResolver; readonly aliases: PathAliases } {
  const { host, folders, rules, early, libraries } = parts;
  const onProblem = early.addConfigProblem;
  const lookup = openFileLookup(folders, parts.allows);
  const packages = openWorkspacePackages({ host, folders, rules, onProblem });
  const packageFolder = (from: string, name: string): string | undefined => packages.find(from, name)?.folder;
  const aliases = openPathAliases({ host, folders, onProblem, packageFolder });
  const { declaredModules } = parts.scan;
  const generated = openGeneratedModules(libraries, parts.texts);
  const resolver = openModuleResolver({ libraries, lookup, aliases, packages, declaredModules, generated });
  return { aliases, resolver };
}

/** Compiled JavaScript that a configuration puts beside its sources would report everything twice. */
function isBuiltOutput(aliases: PathAliases, path: string): boolean {
  return isJavaScript(path) && aliases.outputFoldersFor(path).some((folder) => isInside(folder, path));
}

function sliceNotices(early: Notices, slice: FoundSlice, sources: SourceFiles): readonly Notice[] {
  const found = [...slice.files, ...slice.refused].flatMap((path) => sources.noticesOf(path));
  const message = `More than ${slice.files.length} files belong to the Kafka code; the others were not analysed.`;
  return [...early.sorted(), ...found, ...(slice.isCut ? [{ message, incomplete: true }] : [])];
}
