import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Desk, Keystroke } from './keystrokes.ts';

/** An editor without a user, at the other end of the protocol. */
export interface ScriptedEditor {
  /** Of the server. */
  readonly pid: number;
  readonly open: (desk: Desk) => void;
  /** Sends the change, asks for the document's diagnostics, and waits for them. */
  readonly type: (keystroke: Keystroke) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a server process for the folder. */
export async function openEditor(server: string, root: string): Promise<ScriptedEditor> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (child.pid === undefined) throw new Error('the server does not start');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // Nothing changes on the disk: watching it costs nothing.
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  // Whoever waits for an answer learns that there will be none.
  child.on('exit', () => {
    connection.dispose();
  });
  const documents = new Map<string, TextDocument>();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol wants it all the same
    rootUri: null,
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    workspaceFolders: [{ uri: uriOf(root), name: 'bench' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    pid: child.pid,
    open: ({ path, text }) => {
      const document = TextDocument.create(uriOf(path), 'typescript', 1, text);
      documents.set(path, document);
      const textDocument = { uri: document.uri, languageId: 'typescript', version: 1, text };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    type: async ({ desk, offset, removed, inserted }) => {
      const document = documents.get(desk.path);
      if (document === undefined) throw new Error(`${desk.path} is not open`);
      const range = { start: document.positionAt(offset), end: document.positionAt(offset + removed) };
      const textDocument = { uri: document.uri, version: document.version + 1 };
      const contentChanges = [{ range, text: inserted }];
      TextDocument.update(document, contentChanges, textDocument.version);
      void connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    },
    close: async () => {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
    },
  };
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
