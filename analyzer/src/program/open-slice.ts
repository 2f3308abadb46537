import type ts from 'typescript';
import type { LibraryStub } from '../facts/library-stub.ts';
import { openProgram } from './open-program.ts';
import { presentSlice } from './present-slice.ts';
import { searchSources, type SearchedSources } from './search-sources.ts';
import type { Slice } from './slice.ts';
import type { OutlinedFile } from './source-files.ts';
import { tooDeepMessage } from './source-files.ts';
import { openSourceTrees } from './source-trees.ts';
import { openNotices } from './notices.ts';
import type { WorkspaceHost } from './workspace-host.ts';

export interface SliceRequest {
  /** Absolute files and folders to analyse; empty: the whole workspace. */
  readonly paths: readonly string[];
  /**
   * The root or a folder above it, which holds what the paths may share code with: then their imports are followed out of
   * the paths to the code that names Kafka for them, and workspaces as far up as this folder count.
   */
  readonly outermost?: string;
  readonly libraries: readonly LibraryStub[];
  readonly includeTests: boolean;
  /** How many files a slice may have before it is cut, with a notice; default 5,000. */
  readonly mostFiles?: number;
}

/** Opens the part of a workspace that Kafka code can reach. A workspace without Kafka gives an empty slice. */
export function openSlice(host: WorkspaceHost, request: SliceRequest): Slice {
  return sliceOf(searchSources(host, request, openSourceTrees()), request);
}

/** Makes a program of what the search found; `before` is one of the same search. */
export function sliceOf(searched: SearchedSources, { libraries }: SliceRequest, before?: ts.Program): Slice {
  const { host, trees, resolver, texts, releaseOf, filesScanned } = searched;
  const files = outlinedFiles(searched);
  const opened = openProgram({ root: host.root, trees, libraries, resolver, files, before });
  const notices = openNotices(host.root);
  searched.notices().forEach(notices.add);
  for (const path of opened.tooDeep) notices.addIncomplete(path, tooDeepMessage);
  return presentSlice({ host, texts, releaseOf, filesScanned, files, resolver, opened, notices });
}

/** Sorted by path, so that the program does not depend on the order in which its files were found. */
function outlinedFiles({ found, sources }: SearchedSources): ReadonlyMap<string, OutlinedFile> {
  const files = new Map<string, OutlinedFile>();
  for (const path of [...found().files].sort()) {
    const outlined = sources.open(path);
    if (outlined) files.set(path, outlined);
  }
  return files;
}
