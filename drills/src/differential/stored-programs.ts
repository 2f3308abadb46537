import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPrograms, type StoredProgram } from './read-programs.ts';

/** The programs of the repository that were not written for the drills, and those of the acceptance suite beside it. */
export function storedPrograms(repository: string): readonly StoredProgram[] {
  const fixtures = foldersIn(join(repository, 'test-fixtures')).flatMap(([folder, path]) =>
    named(`test-fixtures/${folder}`, readPrograms(path)),
  );
  const pages = readdirSync(join(repository, 'docs/rules'))
    .toSorted()
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => pagePrograms(`docs/rules/${name}`, readFileSync(join(repository, 'docs/rules', name), 'utf8')));
  const examples = foldersIn(join(repository, 'examples')).flatMap(([folder, path]) =>
    named(`examples/${folder}`, readPrograms(path)).filter(({ files }) => isCode(files)),
  );
  const cases = join(repository, '../shared/acceptance/cases');
  const accepted = existsSync(cases) ? named('acceptance', readPrograms(cases)) : [];
  return [...fixtures, ...pages, ...examples, ...accepted];
}

function foldersIn(path: string): readonly (readonly [string, string])[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [name, join(path, name)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function isCode(files: ReadonlyMap<string, string>): boolean {
  return [...files.keys()].some((name) => /\.[jt]s$/.test(name));
}

function named(where: string, programs: readonly StoredProgram[]): readonly StoredProgram[] {
  return programs.map(({ name, files }) => ({ name: `${where}/${name}`, files }));
}

/** The blocks of code of a page that are whole programs. */
function pagePrograms(page: string, text: string): readonly StoredProgram[] {
  return [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].flatMap(({ 1: code = '', index }) => {
    const line = text.slice(0, index).split('\n').length + 1;
    return code.includes('import ') ? [{ name: `${page}:${line}`, files: new Map([['service.ts', code]]) }] : [];
  });
}

/** The files that processes run first: those named so, or the one with a handler that no other file imports. */
export function guessEntries(files: ReadonlyMap<string, string>): readonly string[] {
  const sources = [...files.keys()].filter((name) => /\.[cm]?[jt]s$/.test(name) && !name.endsWith('.d.ts'));
  const imported = (name: string): boolean => {
    const stem = name.replace(/\.[cm]?[jt]s$/, '').replace(/^.*\//, '');
    return [...files].some(
      ([other, text]) => other !== name && new RegExp(`['"]\\.[^'"]*/${stem}(?:\\.[cm]?[jt]s)?['"]`).test(text),
    );
  };
  const usual = sources.filter((name) => /(?:^|\/)(?:main|index|app|server|start)\.[cm]?[jt]s$/.test(name));
  const services = usual.filter((name) => /(?:^|\/)main\.[cm]?[jt]s$/.test(name));
  if (services.length > 1) return services;
  const top = sources.filter((name) => !imported(name));
  const running = top.find((name) => files.get(name)?.includes('.run(') === true);
  return [usual[0] ?? running ?? top[0] ?? sources[0] ?? ''];
}
