import type { ModuleResolver } from './module-resolver.ts';
import { folderOf, isInside, joinPath } from './paths.ts';
import { scanSource, type ScannedSources } from './scan-sources.ts';
import type { Mentions } from './scan-specifiers.ts';

/** What the bytes of sources outside the paths say that imports lead to from within. */
export interface SharedSources extends Pick<ScannedSources, 'mentions' | 'tagged'> {
  /** Whether another import in what was scanned may lead to more. */
  readonly mayGrow: boolean;
}

export const nothingShared: SharedSources = { mentions: new Map(), tagged: new Set(), mayGrow: false };

/**
 * Follows the imports of what was scanned out of the paths, through any number of files: a client that a service shares
 * with others is named there. Each file is scanned once; an import that stays inside is not resolved.
 */
export function scanShared(scan: ScannedSources, paths: readonly string[], resolver: ModuleResolver): SharedSources {
  const mentions = new Map<string, Mentions>();
  const tagged = new Set<string>();
  const isAsked = (path: string): boolean => paths.some((asked) => isInside(asked, path));
  const seen = new Set<string>();
  const pending = [...scan.mentions];
  // The list grows while it is worked off.
  for (const [file, { imported }] of pending) {
    for (const path of imported.flatMap((specifier) => targetOf(file, specifier) ?? [])) {
      const content = seen.has(path) ? undefined : scan.read(path);
      seen.add(path);
      if (content?.kind !== 'bytes') continue;
      const found = scanSource(content.bytes);
      mentions.set(path, found.mentions);
      if (found.tagsKafka) tagged.add(path);
      pending.push([path, found.mentions]);
    }
  }
  return { mentions, tagged, mayGrow: true };

  function targetOf(file: string, specifier: string): string | undefined {
    if (specifier.startsWith('.') && isAsked(joinPath(folderOf(file), specifier))) return undefined;
    const resolution = resolver.resolve(file, specifier);
    return resolution?.kind === 'file' && !isAsked(resolution.path) ? resolution.path : undefined;
  }
}

/** The sources that were asked for, and what they share with others. */
export function withShared(
  scan: ScannedSources,
  shared: SharedSources,
): ScannedSources & { readonly mentions: Map<string, Mentions> } {
  const mentions = new Map([...scan.mentions, ...shared.mentions]);
  return { ...scan, mentions, tagged: new Set([...scan.tagged, ...shared.tagged]) };
}
