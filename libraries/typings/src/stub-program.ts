import { libraryStubs } from '@kafka-eos/libraries';
import { programOptions } from '@kafka-eos/analyzer/program/program-options';
import ts from 'typescript';
import { scopeOf, type ModuleView, type ScopeView } from './module-view.ts';

/** The stubs, as one program of their own: no published typings are in sight. */
export interface StubProgram {
  readonly globals: ScopeView;
  /** The names of the files that answer a specifier: several for the globals, else one. */
  filesOf(specifier: string): ReadonlySet<string>;
  view(specifier: string): ModuleView | undefined;
}

export function openStubProgram(): StubProgram {
  const stubs = libraryStubs();
  const texts = new Map(stubs.map(({ fileName, text }) => [fileName, text]));
  const files = new Map(stubs.map(({ specifier, fileName }) => [specifier, fileName]));
  const host: ts.CompilerHost = {
    getSourceFile: (fileName, languageVersion) => {
      const text = texts.get(fileName);
      return text === undefined ? undefined : ts.createSourceFile(fileName, text, languageVersion, true);
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const neighbour = text.startsWith('.') ? new URL(`${text}.d.ts`, `file://${from}`).pathname : undefined;
        const resolvedFileName = neighbour ?? files.get(text);
        if (resolvedFileName === undefined) return { resolvedModule: undefined };
        return { resolvedModule: { resolvedFileName, extension: ts.Extension.Dts, isExternalLibraryImport: false } };
      }),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (fileName) => fileName,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    fileExists: (fileName) => texts.has(fileName),
    readFile: (fileName) => texts.get(fileName),
  };
  const program = ts.createProgram({ rootNames: [...texts.keys()], options: programOptions, host });
  const checker = program.getTypeChecker();
  const globals = stubs.find(({ specifier }) => specifier === '*')?.fileName ?? '';
  return {
    globals: scopeOf(checker, program.getSourceFile(globals)),
    filesOf: (specifier) => new Set(stubs.flatMap((stub) => (stub.specifier === specifier ? [stub.fileName] : []))),
    view(specifier) {
      const file = program.getSourceFile(files.get(specifier) ?? '');
      const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
      return module === undefined ? undefined : { checker, module };
    },
  };
}
