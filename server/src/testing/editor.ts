import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type ShowMessageParams,
} from 'vscode-languageserver/node';
import { uriOf } from '../file-uri.ts';
import { serve, type ServeRequest } from '../serve.ts';
import { openMailbox, type Mailbox } from './mailbox.ts';

/** The bundle of an extension is tested by the same transcripts. */
const bin =
  process.env['KAFKA_EOS_SERVER'] ?? fileURLToPath(new URL('../../bin/kafka-eos-language-server.js', import.meta.url));

/** The other end of the protocol, as a test plays it. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly published: Mailbox<PublishDiagnosticsParams>;
  readonly shown: Mailbox<ShowMessageParams>;
  readonly registered: Mailbox<Registration>;
  readonly start: (folders: readonly string[], capabilities?: ClientCapabilities) => Promise<InitializeResult>;
  readonly open: (uri: string, text: string) => void;
  /** Replaces the whole text. */
  readonly change: (uri: string, version: number, text: string) => void;
}

/** Plays a test against a server process of its own, and returns the status that it exits with. */
export async function withServer(test: (editor: Editor) => Promise<void>): Promise<number | null> {
  // A test that waits in vain must not keep the test run from ending.
  const server = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], timeout: 60_000 });
  const exited = once(server, 'exit');
  const editor = openEditor(server.stdout, server.stdin);
  try {
    await test(editor);
    await editor.connection.sendRequest(ShutdownRequest.type);
    await editor.connection.sendNotification(ExitNotification.type);
    await exited;
    return server.exitCode;
  } finally {
    editor.connection.dispose();
    server.kill();
  }
}

/** A server in this process, whose analysis and clock are the test's. */
export function serveHere(request: Pick<ServeRequest, 'analyse' | 'pause'>): Editor {
  const toServer = new PassThrough();
  const toEditor = new PassThrough();
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  serve({ ...request, connection, version: 'test' });
  return openEditor(toEditor, toServer);
}

function openEditor(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Editor {
  const connection = createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
  const published = openMailbox<PublishDiagnosticsParams>();
  const shown = openMailbox<ShowMessageParams>();
  const registered = openMailbox<Registration>();
  connection.onNotification(PublishDiagnosticsNotification.type, published.put);
  connection.onNotification(ShowMessageNotification.type, shown.put);
  connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
    registrations.forEach(registered.put);
  });
  connection.listen();
  return {
    connection,
    published,
    shown,
    registered,
    start: async (folders, capabilities = {}) => {
      const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
      const params = { processId: null, rootUri: null, capabilities, workspaceFolders };
      const result = await connection.sendRequest(InitializeRequest.type, params);
      await connection.sendNotification(InitializedNotification.type, {});
      return result;
    },
    open: (uri, text) => {
      const textDocument = { uri, languageId: 'typescript', version: 1, text };
      void connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change: (uri, version, text) => {
      const params = { textDocument: { uri, version }, contentChanges: [{ text }] };
      void connection.sendNotification(DidChangeTextDocumentNotification.type, params);
    },
  };
}
