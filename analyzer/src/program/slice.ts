import type ts from 'typescript';
import type { ClientProfile } from '../facts/client-profile.ts';
import type { Directive } from '../facts/directive.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import type { Notice } from '../facts/notice.ts';
import type { Place } from '../facts/place.ts';

/** The part of the workspace that Kafka code can reach, as one program over library stubs. */
export interface Slice {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The workspace's own files of the slice, sorted by path; no stubs. */
  readonly files: readonly ts.SourceFile[];
  readonly filesScanned: number;
  /** Kafka packages that the slice imports, sorted. */
  readonly clients: readonly string[];
  readonly directives: readonly Directive[];
  /** Which major versions of them run where, as package.json and lockfiles say: the same text for the same ones. */
  readonly releases: string;
  /** How the Kafka library behind a stub behaves around handlers, in the release that a file of the workspace runs with. */
  profileOf(stub: LibraryStub, file: ts.SourceFile): ClientProfile | undefined;
  readonly notices: readonly Notice[];
  /** False once the checker has given up on control flow: then nothing that was found missing is missing. */
  isTrustworthy(): boolean;
  /** The stub that a source file is, if it is one. */
  stubOf(file: ts.SourceFile): LibraryStub | undefined;
  /** The span of a node without its leading trivia. */
  placeOf(node: ts.Node): Place;
  /** A span by UTF-16 offsets in a file of the slice. */
  placeAt(file: ts.SourceFile, start: number, end: number): Place;
  /** The same object for as long as nothing on the disk changed. */
  readonly texts: SliceTexts;
}

/** Files of the workspace that are no sources. */
export interface SliceTexts {
  /** The text of a workspace file (a migration, a schema), or undefined. */
  readText(path: string): string | undefined;
  /** Absolute paths of workspace files with one of these extensions (`.sql`, `.prisma`), sorted; `.gitignore` respected. */
  findFiles(extensions: readonly string[]): readonly string[];
  /** A path as places give it: from the root of the workspace. */
  relative(path: string): string;
}
