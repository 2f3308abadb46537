import { sliceOf, type SliceRequest } from './open-slice.ts';
import { searchSources, type SearchedSources } from './search-sources.ts';
import type { LinkedSlice } from './slice-change.ts';
import { openSourceTrees } from './source-trees.ts';
import { isSource } from './source-kinds.ts';
import { nameOf } from './paths.ts';
import type { WorkspaceHost } from './workspace-host.ts';

export interface SessionRequest extends SliceRequest {
  readonly host: WorkspaceHost;
  /** The same value as before: except for the host's overlay, every file holds what it held. */
  readonly disk?: number | undefined;
}

interface Opened {
  readonly request: SessionRequest;
  readonly searched: SearchedSources;
  readonly found: ReturnType<SearchedSources['found']>;
  readonly linked: LinkedSlice;
}

/**
 * Opens the slices of one workspace, one after the other; what a change of some texts leaves as it is is not looked at
 * again. Where nothing changed, the slice is the very same.
 */
export function openSliceSession(): (request: SessionRequest) => LinkedSlice {
  let opened: Opened | undefined;
  // Its own: a tree that is parsed again is used up, and nobody else may hold it.
  const trees = openSourceTrees();
  // What was opened for the first request reads through the host of the last one.
  let host: WorkspaceHost | undefined;
  const through = (first: WorkspaceHost): WorkspaceHost => {
    const current = (): WorkspaceHost => host ?? first;
    return {
      root: first.root,
      readFile: (path) => current().readFile(path),
      readFolder: (path) => current().readFolder(path),
      kindOf: (path) => current().kindOf(path),
      realPath: (path) => current().realPath(path),
    };
  };
  return (request) => {
    host = request.host;
    const followed = opened && follow(opened, request);
    const again = followed === undefined ? undefined : opened;
    if (again && followed === 'same') return again.linked;
    const searched = again?.searched ?? searchSources(through(request.host), request, trees);
    const found = searched.found();
    // What was found without a new search imports what it imported.
    const links = again?.found === found ? again.linked.links : linksOf(searched);
    const alike = again !== undefined && sameLinks(again.linked.links, links);
    const linked = { slice: sliceOf(searched, request, alike ? again.linked.slice.program : undefined), links };
    opened = { request, searched, found, linked };
    return linked;
  };
}

/** Takes in what the overlay changes; undefined when the request is about more than that, or it could not be taken in. */
function follow({ request: before, searched }: Opened, now: SessionRequest): 'same' | 'changed' | undefined {
  if (before.disk === undefined || before.disk !== now.disk || !asksTheSame(before, now)) return undefined;
  let isAside = true;
  for (const path of changedTexts(before, now)) {
    const taken = isTextOfFile(path, before, now, searched) ? searched.retext(path) : undefined;
    if (taken === undefined) return undefined;
    isAside &&= taken === 'aside';
  }
  return isAside ? 'same' : 'changed';
}

function changedTexts(before: SessionRequest, now: SessionRequest): readonly string[] {
  const old = overlayOf(before);
  const current = overlayOf(now);
  return [...new Set([...old.keys(), ...current.keys()])].filter((path) => old.get(path) !== current.get(path));
}

function overlayOf({ host }: SessionRequest): ReadonlyMap<string, string> {
  return host.overlay ?? new Map<string, string>();
}

/** A text may stand where there is no file: then that comes and goes with its overlay. */
function isTextOfFile(
  path: string,
  before: SessionRequest,
  now: SessionRequest,
  { isListed }: SearchedSources,
): boolean {
  return isSource(nameOf(path)) && (isListed(path) || overlayOf(before).has(path) === overlayOf(now).has(path));
}

function asksTheSame(a: SessionRequest, b: SessionRequest): boolean {
  return (
    a.host.root === b.host.root &&
    a.libraries === b.libraries &&
    a.outermost === b.outermost &&
    a.includeTests === b.includeTests &&
    a.mostFiles === b.mostFiles &&
    a.paths.join('\n') === b.paths.join('\n')
  );
}

function linksOf({ found, sources, resolver }: SearchedSources): ReadonlyMap<string, readonly string[]> {
  const { files } = found();
  const inside = new Set(files);
  return new Map(
    files.map((path) => {
      const specifiers = sources.open(path)?.outline.specifiers ?? [];
      const targets = specifiers.flatMap((specifier) => {
        const resolution = resolver.resolve(path, specifier);
        if (resolution === undefined) return [];
        if (resolution.kind === 'library') return [resolution.stub.fileName];
        return inside.has(resolution.path) ? [resolution.path] : [];
      });
      return [path, targets] as const;
    }),
  );
}

function sameLinks(a: LinkedSlice['links'], b: LinkedSlice['links']): boolean {
  const textOf = (links: LinkedSlice['links']): string =>
    [...links].map(([path, targets]) => [path, ...targets].join('\n')).join('\n\n');
  return a === b || textOf(a) === textOf(b);
}
