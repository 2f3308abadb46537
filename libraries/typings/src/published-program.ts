import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { scopeOf, type ModuleView, type ScopeView } from './module-view.ts';

/** The folder that the published typings are installed in. */
export const folder = fileURLToPath(new URL('../', import.meta.url));

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  esModuleInterop: true,
  target: ts.ScriptTarget.ESNext,
  // The typings of Node.js leave what it shares with browsers to the browsers' own.
  lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

export interface PublishedProgram {
  readonly globals: ScopeView;
  /** Undefined when nothing is installed under this name, or it has no typings. */
  view(specifier: string): ModuleView | undefined;
}

/** One program over the typings behind these specifiers; `nodeTypes` is the folder of the types of Node.js itself. */
export function openPublishedProgram(specifiers: readonly string[], nodeTypes: string): PublishedProgram {
  const importer = `${folder}importer.ts`;
  const text = specifiers.map((specifier) => `import ${JSON.stringify(specifier)};`).join('\n');
  const plain = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...plain,
    getCurrentDirectory: () => folder,
    fileExists: (path) => path === importer || plain.fileExists(path),
    readFile: (path) => (path === importer ? text : plain.readFile(path)),
    // Packages ask for the types of Node.js by name, and would get whichever version is installed beside them.
    resolveTypeReferenceDirectiveReferences: (references, containingFile) =>
      references.map((reference) => {
        const name = typeof reference === 'string' ? reference : reference.fileName;
        if (name !== 'node') return ts.resolveTypeReferenceDirective(name, containingFile, options, plain);
        return {
          resolvedTypeReferenceDirective: { primary: true, resolvedFileName: `${folder}${entryOf(nodeTypes)}` },
        };
      }),
    getSourceFile: (path, languageVersion, ...rest) =>
      path === importer
        ? ts.createSourceFile(path, text, languageVersion, true)
        : plain.getSourceFile(path, languageVersion, ...rest),
  };
  const rootNames = [importer, `${folder}${entryOf(nodeTypes)}`];
  const program = ts.createProgram({ rootNames, options, host });
  const checker = program.getTypeChecker();
  const modules = new Map<string, ts.Symbol>();
  const file = program.getSourceFile(importer);
  for (const statement of file?.statements ?? []) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const module = checker.getSymbolAtLocation(statement.moduleSpecifier);
    if (module !== undefined) modules.set(statement.moduleSpecifier.text, module);
  }
  return {
    globals: scopeOf(checker, file),
    view(specifier) {
      const module = modules.get(specifier);
      return module === undefined ? undefined : { checker, module };
    },
  };
}

function entryOf(packageName: string): string {
  return `node_modules/${packageName}/index.d.ts`;
}
