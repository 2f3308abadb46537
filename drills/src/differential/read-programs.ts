import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A program as it lies in a folder: a file, or a folder of files. */
export interface StoredProgram {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

/** The programs of a folder, by name; `entry` files and what they import stand in one folder. */
export function readPrograms(folder: string): readonly StoredProgram[] {
  return readdirSync(folder)
    .toSorted()
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, files: filesOf(join(folder, name), name) }));
}

function filesOf(path: string, name: string): ReadonlyMap<string, string> {
  if (!statSync(path).isDirectory()) return new Map([[name, readFileSync(path, 'utf8')]]);
  const inner = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return new Map(
    inner
      .toSorted()
      .filter((file) => statSync(join(path, file)).isFile())
      .map((file) => [file, readFileSync(join(path, file), 'utf8')]),
  );
}
