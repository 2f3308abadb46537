import { libraryStubs } from '@kafka-eos/libraries';

/** What an `import` of a known library may name: the specifiers of the stubs, and the packages they belong to. */
export function libraryNames(): ReadonlySet<string> {
  const libraries = libraryStubs().filter(({ role }) => role !== 'platform');
  return new Set(libraries.flatMap(({ specifier, packageName }) => [specifier, packageName]));
}
