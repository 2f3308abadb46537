import type { Folders } from './folders.ts';
import { childOf, joinPath, nameOf } from './paths.ts';
import {
  declarationExtensionOf,
  declarationExtensions,
  extensionOf,
  isSource,
  sourceExtensions,
  sourceExtensionsOfOutput,
} from './source-kinds.ts';

/** Finds the source that a path without its real extension means. */
export interface FileLookup {
  /** `./x` as an import means it: a source, the source of `./x.js`, or the index of a folder. */
  module(path: string): string | undefined;
  /** The source that a built file was made from: `dist/x.js` → `src/x.ts`. The built file itself if that is a source. */
  sourceOfBuilt(packageFolder: string, target: string): string | undefined;
}

const outputFolders: ReadonlySet<string> = new Set(['dist', 'build', 'lib', 'out', 'esm', 'cjs', 'types', 'es']);

/** `allows` keeps out what may not be read: ignored files and installed packages. */
export function openFileLookup(folders: Folders, allows: (path: string) => boolean): FileLookup {
  const guessed = [...sourceExtensions, ...declarationExtensions];

  function file(path: string): string | undefined {
    const found = folders.fileAt(path);
    return found !== undefined && allows(found) ? found : undefined;
  }

  function firstFile(candidates: readonly string[]): string | undefined {
    for (const candidate of candidates) {
      const found = file(candidate);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function module(path: string): string | undefined {
    return firstFile(spellings(path)) ?? firstFile(guessed.map((extension) => childOf(path, `index${extension}`)));
  }

  function spellings(path: string): readonly string[] {
    if (!isSource(nameOf(path))) return guessed.map((extension) => path + extension);
    const extension = extensionOf(path);
    const stem = path.slice(0, path.length - extension.length);
    const sources = sourceExtensionsOfOutput(extension).map((source) => stem + source);
    const declared = declarationExtensionOf(extension);
    return [
      ...sources,
      path,
      ...(declared === undefined ? [] : [stem + declared]),
      ...guessed.map((each) => path + each),
    ];
  }

  function sourceOfBuilt(packageFolder: string, target: string): string | undefined {
    for (const guess of sourceGuesses(target)) {
      const found = module(joinPath(packageFolder, guess));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  return { module, sourceOfBuilt };
}

/** Where the source of a package's entry may lie: with `dist/` replaced by `src/`, without it, and where it says itself. */
function sourceGuesses(target: string): readonly string[] {
  const segments = target.split('/').filter((segment) => segment !== '.' && segment !== '');
  const guesses: string[] = [];
  for (let first = 1; first < segments.length && outputFolders.has(segments[first - 1] ?? ''); first += 1) {
    const inner = withoutOutputExtension(segments.slice(first).join('/'));
    guesses.push(`src/${inner}`, inner);
  }
  const itself = segments.join('/');
  return guesses.length > 0 ? [...guesses, itself] : [withoutOutputExtension(itself), itself];
}

function withoutOutputExtension(path: string): string {
  const extension = extensionOf(path);
  const isOutput = sourceExtensionsOfOutput(extension).length > 0 || extension.startsWith('.d.');
  return isOutput ? path.slice(0, path.length - extension.length) : path;
}
