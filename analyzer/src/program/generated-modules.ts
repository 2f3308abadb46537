import type { LibraryStub } from '../facts/library-stub.ts';
import { folderOf, isInside, joinPath } from './paths.ts';
import type { SliceTexts } from './slice.ts';

/** Modules that a generator writes from a schema of the workspace; often ignored by git and absent before a build. */
export interface GeneratedModules {
  /** The stub of what a generator puts at an absolute path. */
  at(path: string): LibraryStub | undefined;
  /** The stub of what a generator puts among the installed packages under this name. */
  named(specifier: string): LibraryStub | undefined;
}

interface Output {
  readonly folder: string;
  readonly stub: LibraryStub;
}

/** Looks for schemas on the first question. */
export function openGeneratedModules(libraries: readonly LibraryStub[], texts: SliceTexts): GeneratedModules {
  const byGenerator = new Map(
    libraries.flatMap((stub) => (stub.generators ?? []).map((generator) => [generator, stub] as const)),
  );
  let known: readonly Output[] | undefined;
  const outputs = (): readonly Output[] => (known ??= findOutputs(byGenerator, texts));
  return {
    at: (path) => outputs().find(({ folder }) => isInside(folder, path))?.stub,
    named: (specifier) =>
      outputs().find(({ folder }) => {
        const [, name] = /^.*\/node_modules\/(.+)$/.exec(folder) ?? [];
        return name !== undefined && isInside(`/${name}`, `/${specifier}`);
      })?.stub,
  };
}

function findOutputs(byGenerator: ReadonlyMap<string, LibraryStub>, texts: SliceTexts): readonly Output[] {
  if (byGenerator.size === 0) return [];
  return texts.findFiles(['.prisma']).flatMap((path) => {
    const blocks = (texts.readText(path) ?? '').matchAll(BLOCK);
    return [...blocks].flatMap(([, block = '']) => {
      const stub = byGenerator.get(settingOf(block, 'provider') ?? '');
      const output = settingOf(block, 'output');
      const folder = output === undefined ? undefined : joinPath(folderOf(path), output);
      // What is written over the schema's own folder would be written over whatever else lies there.
      return stub === undefined || folder === undefined || isInside(folder, path) ? [] : [{ folder, stub }];
    });
  });
}

const BLOCK = /^[ \t]*generator\s+\w+\s*\{([^}]*)\}/gm;

/** A setting with a written value; one from the environment is not known. */
function settingOf(block: string, name: string): string | undefined {
  return new RegExp(`^[ \\t]*${name}\\s*=\\s*"([^"]+)"`, 'm').exec(block)?.[1];
}
