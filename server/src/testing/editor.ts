import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  CodeLensRefreshRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowDocumentRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Registration,
  type ShowMessageParams,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
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
  /** Addresses of pages that the server wanted to be opened. */
  readonly pages: Mailbox<string>;
  readonly progress: Mailbox<WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd>;
  /** One for each time that the server wants code lenses to be asked for again. */
  readonly lensRefreshes: Mailbox<null>;
  /** What the user set, by the URI of the folder. */
  readonly settings: Map<string, unknown>;
  readonly start: (
    folders: readonly string[],
    capabilities?: ClientCapabilities,
    initializationOptions?: unknown,
  ) => Promise<InitializeResult>;
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
  serve({ ...request, connection, version: 'test', rules: new Set(['trap']) });
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
  const answers = answerServer(connection);
  connection.listen();
  return {
    connection,
    published,
    shown,
    registered,
    ...answers,
    start: async (folders, capabilities = {}, initializationOptions) => {
      const workspaceFolders = folders.map((folder) => ({ uri: uriOf(folder), name: folder }));
      const params = { processId: null, rootUri: null, capabilities, workspaceFolders, initializationOptions };
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

/** Answers what the server asks, and remembers what it said. */
function answerServer(
  connection: ProtocolConnection,
): Pick<Editor, 'pages' | 'progress' | 'lensRefreshes' | 'settings'> {
  const settings = new Map<string, unknown>();
  const pages = openMailbox<string>();
  const progress = openMailbox<WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd>();
  const lensRefreshes = openMailbox<null>();
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => settings.get(scopeUri ?? '') ?? null),
  );
  connection.onRequest(ShowDocumentRequest.type, ({ uri }) => {
    pages.put(uri);
    return { success: true };
  });
  connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    connection.onProgress(WorkDoneProgress.type, token, progress.put);
  });
  connection.onRequest(CodeLensRefreshRequest.type, () => {
    lensRefreshes.put(null);
  });
  return { pages, progress, lensRefreshes, settings };
}
