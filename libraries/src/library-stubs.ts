import { existsSync, readFileSync } from 'node:fs';
import type { LibraryStub } from '@kafka-eos/analyzer/facts/library-stub';
import { optionsOf } from './client-options.ts';
import { profilesOf } from './client-profiles.ts';
import { registry } from './registry.ts';

/** No workspace has a folder of this name at the root of the disk. */
const folderOfStubs = '/@kafka-eos/libraries';

let loaded: readonly LibraryStub[] | undefined;

/**
 * Every stub, sorted by specifier; those of the platform's globals come first, under `*`. The files are read at the
 * first call. Throws when they are not where this package puts them, which is a broken installation.
 */
export function libraryStubs(): readonly LibraryStub[] {
  loaded ??= load();
  return loaded;
}

function load(): readonly LibraryStub[] {
  const folder = stubFolder();
  const texts = new Map<string, string>();
  return registry.map(({ specifier, packageName, majors, role, file, generators }) => {
    const text = texts.get(file) ?? readFileSync(new URL(file, folder), 'utf8');
    texts.set(file, text);
    const profiles = role === 'kafka' ? profilesOf(packageName, majors) : new Map<number, never>();
    const [profile] = profiles.values();
    const stub: LibraryStub = { specifier, packageName, role, fileName: `${folderOfStubs}/${file}`, text };
    const options = role === 'kafka' ? optionsOf(specifier, majors) : undefined;
    return {
      ...stub,
      ...(profile === undefined ? {} : { profile, profiles }),
      ...(options === undefined ? {} : { options }),
      ...(generators === undefined ? {} : { generators }),
    };
  });
}

/** Above this file as the package is published; beside it in a bundle that copies the stubs to its own folder. */
function stubFolder(): URL {
  const above = new URL('../', import.meta.url);
  const beside = new URL('./', import.meta.url);
  const found = [above, beside].find((folder) => existsSync(new URL('platform/', folder)));
  return found ?? above;
}
