import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  createProtocolConnection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Diagnostic,
  type FileEvent,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceFile, type ShownFinding } from './shown-finding.ts';

const server = fileURLToPath(new URL('../../server/bin/kafka-eos-language-server.js', import.meta.url));

/** A language server in a process of its own, with one folder open. */
export interface EditorSession {
  /** The files of the folder are others now. */
  readonly changed: (files: readonly string[]) => Promise<void>;
  /** The diagnostics of the folder's sources, each with what its quick fixes lead to. */
  readonly shown: (files: Readonly<Record<string, string>>) => Promise<readonly ShownFinding[]>;
  readonly close: () => Promise<void>;
}

export async function openEditorSession(root: string): Promise<EditorSession> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  child.on('exit', () => {
    connection.dispose();
  });
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol wants it all the same
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } },
    },
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'fixture' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const uriOf = (file: string): string => pathToFileURL(join(root, file)).href;
  return {
    changed: async (files) => {
      const changes = files.map((file): FileEvent => ({ uri: uriOf(file), type: FileChangeType.Changed }));
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
      await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    },
    shown: async (files) => {
      const sources = Object.entries(files).filter(([file]) => sourceFile.test(file));
      const found: ShownFinding[] = [];
      for (const [file, text] of sources.sort(([a], [b]) => (a < b ? -1 : 1))) {
        found.push(...(await shownIn(connection, file, TextDocument.create(uriOf(file), 'typescript', 1, text))));
      }
      return found;
    },
    close: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
    },
  };
}

async function shownIn(
  connection: ProtocolConnection,
  file: string,
  document: TextDocument,
): Promise<readonly ShownFinding[]> {
  const { uri } = document;
  const text = document.getText();
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'typescript', version: 1, text },
  });
  const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  const items = report.kind === 'full' ? report.items : [];
  const found: ShownFinding[] = [];
  for (const item of items) found.push(await shownDiagnostic(connection, file, item, document));
  await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  return found;
}

async function shownDiagnostic(
  connection: ProtocolConnection,
  file: string,
  diagnostic: Diagnostic,
  document: TextDocument,
): Promise<ShownFinding> {
  const { uri } = document;
  const { start, end } = diagnostic.range;
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });
  const fixes = (actions ?? []).flatMap((action) =>
    isFixOf(action, diagnostic) ? [{ isSafe: action.isPreferred === true, text: fixedText(action, document) }] : [],
  );
  const single = fixes.flatMap(({ isSafe, text }) => (text === undefined ? [] : [{ isSafe, text }]));
  const safe = single.find(({ isSafe }) => isSafe);
  return {
    place: `${file}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`,
    rule: String(diagnostic.code),
    text: typeof diagnostic.message === 'string' ? diagnostic.message : diagnostic.message.value,
    fixed: safe?.text,
    suggested: single.filter((fix) => fix !== safe).map(({ text }) => text),
  };
}

/** Not an action that writes a comment, explains, or fixes others as well. */
function isFixOf(action: object, { range, code }: Diagnostic): action is CodeAction {
  if (!('edit' in action) || !('diagnostics' in action) || !('title' in action)) return false;
  const { diagnostics, title } = action;
  if (!Array.isArray(diagnostics) || diagnostics.length !== 1 || String(title).startsWith('Disable ')) return false;
  const own = JSON.stringify(diagnostics);
  return own.includes(JSON.stringify(range)) && own.includes(JSON.stringify(code));
}

/** Undefined for a fix that touches other files. */
function fixedText({ edit }: CodeAction, document: TextDocument): string | undefined {
  const changes = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change && 'edits' in change ? [change] : [],
  );
  if (changes.some(({ textDocument }) => textDocument.uri !== document.uri)) return undefined;
  const edits = changes.flatMap((change) => change.edits.flatMap((each) => ('newText' in each ? [each] : [])));
  return TextDocument.applyEdits(document, edits);
}
