import { filesBelow, readText } from './repository.ts';

/** A fixture: the files of one small workspace, by their names in it. */
export interface FixtureProgram {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Each file or folder directly in a rule's folder is a workspace of its own. */
export function programsOf(rule: string): readonly FixtureProgram[] {
  const folder = `test-fixtures/${rule}/`;
  const paths = filesBelow(`test-fixtures/${rule}`).map((path) => path.slice(folder.length));
  const names = [...new Set(paths.map((path) => path.split('/')[0] ?? path))];
  return names.map((name) => {
    const own = paths.filter((path) => path === name || path.startsWith(`${name}/`));
    return {
      name,
      files: Object.fromEntries(
        own.map((path) => [path === name ? path : path.slice(name.length + 1), readText(`${folder}${path}`)]),
      ),
    };
  });
}
