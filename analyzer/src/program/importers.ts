import type { ModuleResolver } from './module-resolver.ts';
import type { ScannedSources } from './scan-sources.ts';

/** Who imports a file, from the specifiers found in the bytes of all sources. */
export interface Importers {
  /** In the order of the sources. */
  of(file: string): readonly string[];
}

const none: readonly string[] = [];

/** The index is built on the first question: a workspace without Kafka never pays for it. */
export function openImporters(scanned: ScannedSources, resolver: ModuleResolver): Importers {
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    of(file) {
      index ??= buildIndex(scanned, resolver);
      return index.get(file) ?? none;
    },
  };
}

function buildIndex(scanned: ScannedSources, resolver: ModuleResolver): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const [importer, { imported }] of scanned.mentions) {
    const targets = new Set<string>();
    for (const specifier of imported) {
      const resolution = resolver.resolve(importer, specifier);
      if (resolution?.kind === 'file' && resolution.path !== importer) targets.add(resolution.path);
    }
    for (const target of targets) {
      const known = importers.get(target);
      if (known) known.push(importer);
      else importers.set(target, [importer]);
    }
  }
  return importers;
}
