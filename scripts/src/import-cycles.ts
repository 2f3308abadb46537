import { importedFile } from './layer-breaks.ts';
import type { Source } from './read-source.ts';

/**
 * Files that import each other in a circle, one circle per entry as `a -> b -> a`; each circle once. Imports of types
 * alone do not count: such types may well describe each other, and nothing is initialised too early.
 */
export function importCycles(sources: readonly Source[]): readonly string[] {
  const imports = new Map(sources.map((source) => [source.path, runtimeImports(source)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' -> '));
    if (at >= 0 || done.has(path)) return;
    for (const next of imports.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return cycles;
}

function runtimeImports({ path, imports }: Source): readonly string[] {
  return imports.filter(({ typesOnly }) => !typesOnly).flatMap(({ text }) => importedFile(path, text) ?? []);
}
