import { programOptions } from '@kafka-eos/analyzer/program/program-options';
import ts from 'typescript';
import { libraryStubs } from './library-stubs.ts';

/** The stubs that an import leads to. */
export const importable = libraryStubs().filter(({ specifier }) => specifier !== '*');
const parsed = new Map<string, ts.SourceFile>();

/** A program over every stub, and over files of a workspace that has nothing installed. */
export function programOf(texts: ReadonlyMap<string, string>): ts.Program {
  const all = new Map([...libraryStubs().map(({ fileName, text }): [string, string] => [fileName, text]), ...texts]);
  const bySpecifier = new Map(importable.map(({ specifier, fileName }) => [specifier, fileName]));
  const host: ts.CompilerHost = {
    getSourceFile(fileName, languageVersion) {
      const text = all.get(fileName);
      const known = parsed.get(fileName);
      if (text === undefined || known !== undefined) return known;
      const file = ts.createSourceFile(fileName, text, languageVersion);
      if (!texts.has(fileName)) parsed.set(fileName, file);
      return file;
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const neighbour = text.startsWith('.') ? new URL(`${text}.d.ts`, `file://${from}`).pathname : undefined;
        const resolvedFileName = neighbour ?? bySpecifier.get(text);
        if (resolvedFileName === undefined) return { resolvedModule: undefined };
        return { resolvedModule: { resolvedFileName, extension: ts.Extension.Dts, isExternalLibraryImport: false } };
      }),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (fileName) => fileName,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    fileExists: (fileName) => all.has(fileName),
    readFile: (fileName) => all.get(fileName),
  };
  return ts.createProgram({ rootNames: [...all.keys()], options: programOptions, host });
}
