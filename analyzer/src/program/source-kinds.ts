import { nameOf } from './paths.ts';

/** In the order in which an import without an extension looks for them. */
export const sourceExtensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;
export const declarationExtensions = ['.d.ts', '.d.mts', '.d.cts'] as const;

/** Which sources a compiled file stands for. */
const sourcesOfOutput: ReadonlyMap<string, readonly string[]> = new Map([
  ['.js', ['.ts', '.tsx']],
  ['.jsx', ['.tsx', '.ts']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
]);

const declarationOfOutput: ReadonlyMap<string, string> = new Map([
  ['.js', '.d.ts'],
  ['.jsx', '.d.ts'],
  ['.mjs', '.d.mts'],
  ['.cjs', '.d.cts'],
]);

const testFolders: ReadonlySet<string> = new Set(['test', 'tests', 'spec', 'e2e', '__tests__', '__mocks__']);
const testFile = /\.(?:test|spec)\.[^.]+$/;

/** The last extension, or the compound one of a declaration file. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const declaration = declarationExtensions.find((extension) => name.endsWith(extension));
  if (declaration !== undefined) return declaration;
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

export function isSource(name: string): boolean {
  const extension = extensionOf(name);
  return isOneOf(sourceExtensions, extension) || isDeclaration(name);
}

export function isDeclaration(name: string): boolean {
  return isOneOf(declarationExtensions, extensionOf(name));
}

export function isJavaScript(name: string): boolean {
  return sourcesOfOutput.has(extensionOf(name));
}

export function sourceExtensionsOfOutput(extension: string): readonly string[] {
  return sourcesOfOutput.get(extension) ?? [];
}

export function declarationExtensionOf(extension: string): string | undefined {
  return declarationOfOutput.get(extension);
}

/** A `.js` beside its `.ts` is compiled output: analysing both would report everything twice. */
export function isOutputOfNeighbour(name: string, neighbours: ReadonlyMap<string, unknown>): boolean {
  const extension = extensionOf(name);
  const stem = name.slice(0, name.length - extension.length);
  return sourceExtensionsOfOutput(extension).some((source) => neighbours.has(stem + source));
}

export function isTestFolder(name: string): boolean {
  return testFolders.has(name);
}

export function isTestFile(name: string): boolean {
  return testFile.test(name);
}

function isOneOf(list: readonly string[], value: string): boolean {
  return list.includes(value);
}
