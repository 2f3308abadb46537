import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the repository, with a separator at its end. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Paths of all files below a folder, relative to the repository, with `/`, sorted; empty when there is no such folder. */
export function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The names of the folders directly in a folder, sorted. */
export function foldersIn(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(repository, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
