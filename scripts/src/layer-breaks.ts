import { posix } from 'node:path';
import { layers, packageEntries, packageSources, type Layer } from './layers.ts';
import type { Mention, Source } from './read-source.ts';

/** Each import, and each use of a process-wide global, that the layers do not allow, as a sentence. */
export function layerBreaks(source: Source): readonly string[] {
  const layer = layerOf(source.path);
  if (layer === undefined) return [`${source.path}: no layer of scripts/src/layers.ts contains this file`];
  const uses = [...source.imports, ...source.globals.map((use) => ({ ...use, text: `node:${use.text}` }))];
  return uses
    .filter((use) => !allowed(source.path, layer, use))
    .map((use) => `${source.path}:${use.line}: ${layer.folder} may not import ${use.text}. ${layer.because}`);
}

/** The file of the repository that an import leads to; undefined for other packages. */
export function importedFile(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const name = specifier.split('/').slice(0, 2).join('/');
  const folder = packageSources.get(name);
  if (folder === undefined) return undefined;
  const inside = specifier === name ? (packageEntries.get(name) ?? '') : `${specifier.slice(name.length + 1)}.ts`;
  return `${folder}/${inside}`;
}

/** Code that only tests run; it is not published. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts') || path.includes('/src/testing/');
}

function layerOf(path: string): Layer | undefined {
  return layers
    .filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
    .reduce<Layer | undefined>(
      (best, layer) => (layer.folder.length > (best?.folder.length ?? 0) ? layer : best),
      undefined,
    );
}

function allowed(path: string, layer: Layer, use: Mention): boolean {
  const file = importedFile(path, use.text);
  if (file === undefined) return isTest(path) || layer.packages.includes(use.text);
  const target = layerOf(file);
  if (target === undefined) return false;
  const reachable = [layer.folder, ...layer.layers];
  // A test may build its input with anything of its package, or of the packages below.
  if (isTest(path)) return reachable.map(packageOf).includes(packageOf(target.folder));
  return reachable.includes(target.folder);
}

function packageOf(folder: string): string {
  return folder.slice(0, folder.indexOf('/'));
}
