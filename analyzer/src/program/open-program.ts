import ts from '../typescript.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import { canaryFile, canaryText } from './flow-canary.ts';
import type { ModuleResolver, Resolution } from './module-resolver.ts';
import { parseSource } from './parse-source.ts';
import { joinPath, folderOf } from './paths.ts';
import { programOptions } from './program-options.ts';
import { declareRequired, requiredLibrariesFile } from './required-libraries.ts';
import type { OutlinedFile } from './source-files.ts';
import type { SourceTrees } from './source-trees.ts';
import { isStackOverflow } from './stack-room.ts';

interface ProgramParts {
  readonly root: string;
  readonly trees: SourceTrees;
  readonly libraries: readonly LibraryStub[];
  readonly resolver: ModuleResolver;
  /** The files of the slice, sorted by path. */
  readonly files: ReadonlyMap<string, OutlinedFile>;
  /** Whose structure is used again where it is the same. Resolutions must lead where they led then. */
  readonly before?: ts.Program | undefined;
}

export interface OpenedProgram {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly stubOf: (file: ts.SourceFile) => LibraryStub | undefined;
  /** Files that had to be left out because they are nested too deeply for this thread's stack. */
  readonly tooDeep: readonly string[];
}

/** Nesting that no stack fails on. */
const surelyShallow = 300;

/** One program over the slice and the stubs. Nothing is read while it is made: every text is at hand. */
export function openProgram(parts: ProgramParts): OpenedProgram {
  try {
    return { ...create(parts), tooDeep: [] };
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    return withoutDeepest(parts);
  }
}

function withoutDeepest(parts: ProgramParts): OpenedProgram {
  const tooDeep: string[] = [];
  const kept = new Map<string, OutlinedFile>();
  for (const [path, outlined] of parts.files) {
    parts.trees.forget(path);
    if (outlined.nesting > surelyShallow) tooDeep.push(path);
    else kept.set(path, { ...outlined, file: parts.trees.parse(path, outlined.file.text) });
  }
  return { ...create({ ...parts, files: kept }), tooDeep };
}

function create(parts: ProgramParts): Omit<OpenedProgram, 'tooDeep'> {
  const stubs = new Map(parts.libraries.map((stub) => [stub.fileName, stub]));
  const platform = parts.libraries.filter(({ role, specifier }) => role === 'platform' && specifier === '*');
  // Nothing to analyse, nothing to load.
  const required = declareRequired(parts.files, parts.resolver);
  const texts = new Map(parts.libraries.map(({ fileName, text }) => [fileName, text]));
  if (required !== undefined) texts.set(requiredLibrariesFile, required);
  texts.set(canaryFile, canaryText);
  const globals = [
    ...platform.map(({ fileName }) => fileName),
    ...(required === undefined ? [] : [requiredLibrariesFile]),
    canaryFile,
  ];
  const rootNames = parts.files.size === 0 ? [] : [...globals, ...parts.files.keys()];
  // The program keeps its host, which must not keep the program before.
  const host = createHost({ ...parts, before: undefined }, texts);
  const again = parts.before === undefined ? {} : { oldProgram: parts.before };
  const program = ts.createProgram({ rootNames, options: programOptions, host, ...again });
  return { program, checker: program.getTypeChecker(), stubOf: (file) => stubs.get(file.fileName) };
}

/** `ours` are the texts that we provide, by file name. */
function createHost(parts: ProgramParts, ours: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    getSourceFile(fileName) {
      const text = ours.get(fileName);
      return text === undefined ? parts.files.get(fileName)?.file : parseSource(fileName, text);
    },
    resolveModuleNameLiterals: (literals, containingFile) =>
      literals.map(({ text }) => resolved(parts, resolutionOf(parts, ours, containingFile, text))),
    getDefaultLibFileName: () => '',
    getCurrentDirectory: () => parts.root,
    getCanonicalFileName: (fileName) => fileName,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    fileExists: (fileName) => ours.has(fileName) || parts.files.has(fileName),
    readFile: () => undefined,
    directoryExists: () => false,
    getDirectories: () => [],
  };
}

function resolutionOf(
  { resolver, libraries }: ProgramParts,
  ours: ReadonlyMap<string, string>,
  containingFile: string,
  specifier: string,
): Resolution | undefined {
  if (!ours.has(containingFile)) return resolver.resolve(containingFile, specifier);
  const neighbour = specifier.startsWith('.') ? joinPath(folderOf(containingFile), specifier) : undefined;
  const stub = libraries.find((each) =>
    neighbour === undefined ? each.specifier === specifier : each.fileName.startsWith(`${neighbour}.`),
  );
  return stub && { kind: 'library', stub };
}

/** A file outside of the slice is as good as absent: nothing that is needed refers to it. */
function resolved(parts: ProgramParts, resolution: Resolution | undefined): ts.ResolvedModuleWithFailedLookupLocations {
  if (resolution === undefined) return { resolvedModule: undefined };
  const fileName = resolution.kind === 'library' ? resolution.stub.fileName : resolution.path;
  if (resolution.kind !== 'library' && !parts.files.has(fileName)) return { resolvedModule: undefined };
  return {
    resolvedModule: {
      resolvedFileName: fileName,
      extension: ts.Extension[extensionName(fileName)],
      isExternalLibraryImport: false,
      resolvedUsingTsExtension: false,
    },
  };
}

type ExtensionName = 'Ts' | 'Tsx' | 'Mts' | 'Cts' | 'Js' | 'Jsx' | 'Mjs' | 'Cjs' | 'Dts' | 'Dmts' | 'Dcts';

const extensionNames: readonly (readonly [string, ExtensionName])[] = [
  ['.d.ts', 'Dts'],
  ['.d.mts', 'Dmts'],
  ['.d.cts', 'Dcts'],
  ['.ts', 'Ts'],
  ['.tsx', 'Tsx'],
  ['.mts', 'Mts'],
  ['.cts', 'Cts'],
  ['.js', 'Js'],
  ['.jsx', 'Jsx'],
  ['.mjs', 'Mjs'],
  ['.cjs', 'Cjs'],
];

function extensionName(fileName: string): ExtensionName {
  return extensionNames.find(([extension]) => fileName.endsWith(extension))?.[1] ?? 'Ts';
}
