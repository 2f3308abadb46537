import type ts from 'typescript';
import { compareText, type Place, type Position } from '../facts/place.ts';
import type { Directive } from '../facts/directive.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import { findDirectives } from './directives.ts';
import { followsControlFlow } from './flow-canary.ts';
import type { ModuleResolver } from './module-resolver.ts';
import type { Notices } from './notices.ts';
import type { OpenedProgram } from './open-program.ts';
import type { Outline } from './outline.ts';
import { relativePath } from './paths.ts';
import { noteUndescribed, releasedProfile } from './released-profiles.ts';
import type { ReleaseOf } from './releases.ts';
import type { Slice, SliceTexts } from './slice.ts';
import type { OutlinedFile } from './source-files.ts';
import { syntaxErrorIn } from './syntax-error.ts';
import type { WorkspaceHost } from './workspace-host.ts';

interface SliceContents {
  readonly host: WorkspaceHost;
  readonly texts: SliceTexts;
  readonly releaseOf: ReleaseOf;
  readonly filesScanned: number;
  readonly files: ReadonlyMap<string, OutlinedFile>;
  readonly resolver: ModuleResolver;
  readonly opened: OpenedProgram;
  readonly notices: Notices;
}

export function presentSlice(contents: SliceContents): Slice {
  const { host, opened, notices, releaseOf } = contents;
  const { program, checker, stubOf } = opened;
  const files = program.getSourceFiles().filter((file) => contents.files.has(file.fileName));
  files.sort((a, b) => compareText(a.fileName, b.fileName));
  for (const file of files) addSyntaxNotice(notices, file);
  const imports = kafkaImports(contents);
  for (const [path, stub] of imports) noteUndescribed(notices, releaseOf, stub, path);

  const placeAt = (file: ts.SourceFile, start: number, end: number): Place => ({
    file: stubOf(file) ? file.fileName : relativePath(host.root, file.fileName),
    start: positionAt(file, start),
    end: positionAt(file, end),
  });
  return {
    program,
    checker,
    files,
    filesScanned: contents.filesScanned,
    clients: clientsOf(imports),
    releases: releasesOf(imports, releaseOf),
    directives: files.flatMap((file) => directivesIn(file, placeAt)),
    notices: notices.sorted(),
    isTrustworthy: () => followsControlFlow(program, checker),
    stubOf,
    placeAt,
    placeOf(node) {
      const file = node.getSourceFile();
      return placeAt(file, node.getStart(file), node.end);
    },
    texts: contents.texts,
    profileOf: (stub, file) => releasedProfile(releaseOf, stub, file.fileName),
  };
}

const directives = new WeakMap<ts.SourceFile, readonly Directive[]>();

/** A file that later programs are made of again is read once. */
function directivesIn(file: ts.SourceFile, placeAt: Slice['placeAt']): readonly Directive[] {
  const known = directives.get(file) ?? findDirectives(file, placeAt);
  directives.set(file, known);
  return known;
}

function positionAt(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

function addSyntaxNotice(notices: Notices, file: ts.SourceFile): void {
  const error = syntaxErrorIn(file);
  if (error === undefined) return;
  const { line } = positionAt(file, error.offset);
  notices.addIncomplete(
    file.fileName,
    `Syntax error on line ${line}: ${error.message}. The code around it may not be analysed.`,
  );
}

type KafkaImports = readonly (readonly [path: string, stub: LibraryStub])[];

function clientsOf(imports: KafkaImports): readonly string[] {
  return [...new Set(imports.map(([, { packageName }]) => packageName))].sort(compareText);
}

function releasesOf(imports: KafkaImports, releaseOf: ReleaseOf): string {
  const releases = imports.map(([path, { packageName }]) => {
    const release = releaseOf(packageName, path);
    return `${packageName} ${String(release?.major)} ${release?.folder ?? ''}`;
  });
  return [...new Set(releases)].sort(compareText).join('\n');
}

/** The Kafka libraries that the files import. */
function kafkaImports({ files, resolver }: SliceContents): KafkaImports {
  return [...files].flatMap(([path, { outline }]) =>
    clientsIn(path, outline, resolver).map((stub) => [path, stub] as const),
  );
}

const clientsByOutline = new WeakMap<ModuleResolver, WeakMap<Outline, readonly LibraryStub[]>>();

/** Asked once for every file of every slice that one resolver is there for. */
function clientsIn(path: string, outline: Outline, resolver: ModuleResolver): readonly LibraryStub[] {
  const known = clientsByOutline.get(resolver) ?? new WeakMap<Outline, readonly LibraryStub[]>();
  clientsByOutline.set(resolver, known);
  const found =
    known.get(outline) ??
    outline.specifiers.flatMap((specifier) => {
      const resolution = resolver.resolve(path, specifier);
      return resolution?.kind === 'library' && resolution.stub.role === 'kafka' ? [resolution.stub] : [];
    });
  known.set(outline, found);
  return found;
}
