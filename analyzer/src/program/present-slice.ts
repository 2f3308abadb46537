import ts from '../typescript.ts';
import { compareText, type Place, type Position } from '../facts/place.ts';
import { findDirectives } from './directives.ts';
import { findFiles } from './find-sources.ts';
import { followsControlFlow } from './flow-canary.ts';
import type { Folders } from './folders.ts';
import type { IgnoreRules } from './ignore-rules.ts';
import type { ModuleResolver } from './module-resolver.ts';
import type { Notices } from './notices.ts';
import type { OpenedProgram } from './open-program.ts';
import { relativePath } from './paths.ts';
import type { Slice } from './slice.ts';
import type { OutlinedFile } from './source-files.ts';
import type { WorkspaceHost } from './workspace-host.ts';

interface SliceContents {
  readonly host: WorkspaceHost;
  readonly folders: Folders;
  readonly rules: IgnoreRules;
  readonly includeTests: boolean;
  readonly filesScanned: number;
  readonly files: ReadonlyMap<string, OutlinedFile>;
  readonly resolver: ModuleResolver;
  readonly opened: OpenedProgram;
  readonly notices: Notices;
}

/** A migration or a schema; what is larger is a dump. */
const largestText = 4 * 1024 * 1024;

export function presentSlice(contents: SliceContents): Slice {
  const { host, opened, notices } = contents;
  const { program, checker, stubOf } = opened;
  const files = program.getSourceFiles().filter((file) => contents.files.has(file.fileName));
  files.sort((a, b) => compareText(a.fileName, b.fileName));
  for (const file of files) addSyntaxNotice(notices, file);

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
    clients: clientsOf(contents),
    directives: files.flatMap((file) => findDirectives(file, placeAt)),
    notices: notices.sorted(),
    isTrustworthy: () => followsControlFlow(program, checker),
    stubOf,
    placeAt,
    placeOf(node) {
      const file = node.getSourceFile();
      return placeAt(file, node.getStart(file), node.end);
    },
    readText: (path) => readText(host, path),
    findFiles: openFileSearch(contents),
  };
}

function positionAt(file: ts.SourceFile, offset: number): Position {
  const { line, character } = file.getLineAndCharacterOfPosition(offset);
  return { line: line + 1, column: character + 1 };
}

/** TypeScript recovers from a syntax error, so the rest of the file is analysed; but what it skipped is not. */
function addSyntaxNotice(notices: Notices, file: ts.SourceFile): void {
  const errors = (file as { readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  const [first] = errors;
  if (!first) return;
  const message = ts.flattenDiagnosticMessageText(first.messageText, ' ').replace(/\.$/, '');
  const { line } = positionAt(file, first.start);
  notices.addIncomplete(
    file.fileName,
    `Syntax error on line ${line}: ${message}. The code around it may not be analysed.`,
  );
}

function clientsOf({ files, resolver }: SliceContents): readonly string[] {
  const clients = new Set<string>();
  for (const [path, { outline }] of files) {
    for (const specifier of outline.specifiers) {
      const resolution = resolver.resolve(path, specifier);
      if (resolution?.kind === 'library' && resolution.stub.role === 'kafka') clients.add(resolution.stub.packageName);
    }
  }
  return [...clients].sort(compareText);
}

function readText(host: WorkspaceHost, path: string): string | undefined {
  const content = host.readFile(path);
  const isText = content.kind === 'bytes' && content.bytes.length <= largestText;
  return isText ? new TextDecoder().decode(content.bytes) : undefined;
}

/** Looks through the workspace on the first question for an extension, and not again. */
function openFileSearch({ host, folders, rules, includeTests }: SliceContents): Slice['findFiles'] {
  const found = new Map<string, readonly string[]>();
  return (extensions) => {
    const key = extensions.join('\n');
    const accepts = (name: string): boolean => extensions.some((extension) => name.endsWith(extension));
    const seen = found.get(key) ?? [...findFiles(folders, rules, host.root, includeTests, accepts)].sort(compareText);
    found.set(key, seen);
    return seen;
  };
}
