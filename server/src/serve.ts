import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type FileEvent,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyse } from './analysis-job.ts';
import { codeActions, fixAllKind } from './code-actions.ts';
import { featuresOf, foldersOf, watchedFiles, type EditorFeatures } from './editor-features.ts';
import { pathOf } from './file-uri.ts';
import type { FolderSession } from './folder-session.ts';
import { locatorFor } from './locate.ts';
import { openFolderNews } from './folder-news.ts';
import { pullDiagnostics } from './pull-diagnostics.ts';
import { subjectOf, type Subject } from './subject.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

export interface ServeRequest {
  readonly connection: Connection;
  readonly analyse: Analyse;
  /** Resolves when a burst of changes may be over. */
  readonly pause: () => Promise<void>;
  readonly version: string;
}

interface Server {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly features: () => EditorFeatures;
  /** Something changed: folders that the editor does not ask about are checked and sent. */
  readonly announce: (sessions: readonly FolderSession[]) => void;
  readonly forget: (session: FolderSession) => void;
}

/** Answers an editor until it hangs up. */
export function serve({ connection, analyse, pause, version }: ServeRequest): void {
  const documents = new TextDocuments(TextDocument);
  const workspace = openWorkspace({ documents: () => documents.all(), analyse, pause });
  let features = featuresOf({});
  const news = openFolderNews({
    connection,
    locator: ({ root }) => locatorFor(root, documents.all()),
    owns: (session, path) => workspace.ownerOf(path) === session,
  });
  const server: Server = {
    connection,
    documents,
    workspace,
    features: () => features,
    announce: (sessions) => {
      if (!features.pull) for (const session of sessions) void news.push(session);
    },
    forget: news.forget,
  };
  connection.onInitialize((params) => {
    features = featuresOf(params.capabilities);
    for (const root of foldersOf(params)) workspace.add(root);
    return { capabilities: abilities(features), serverInfo: { name: 'kafka-eos', version } };
  });
  connection.onInitialized(() => {
    started(server);
  });
  followDocuments(server);
  followDisk(server);
  const subjectAt = (uri: string): Subject | undefined => subjectOf(uri, documents, workspace, features.versionedEdits);
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) =>
    pullDiagnostics({ subject: subjectAt(textDocument.uri), previousResultId, token, tell: news.tell }),
  );
  connection.onCodeAction(async (params) => {
    const subject = subjectAt(params.textDocument.uri);
    return subject === undefined ? [] : [...(await codeActions(params, subject))];
  });
  documents.listen(connection);
  connection.listen();
}

function abilities({ pull }: EditorFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pull
      ? {
          diagnosticProvider: { identifier: 'kafka-eos', interFileDependencies: true, workspaceDiagnostics: false },
        }
      : {}),
  };
}

function started(server: Server): void {
  const { connection, workspace, features, announce, forget } = server;
  if (features().watch) {
    const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (features().folderChanges) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const path of removed.map(({ uri }) => pathOf(uri)).filter((known) => known !== undefined)) {
        const session = workspace.remove(path);
        if (session !== undefined) forget(session);
      }
      for (const path of added.map(({ uri }) => pathOf(uri)).filter((known) => known !== undefined)) {
        workspace.add(path);
      }
      // Who answers for a file may have changed, in folders around those too.
      for (const session of workspace.sessions()) session.touch();
      changedOutside(server, workspace.sessions());
    });
  }
  announce(workspace.sessions());
}

function followDocuments({ documents, workspace, features, announce }: Server): void {
  const touched = ({ document }: { readonly document: TextDocument }): void => {
    const path = pathOf(document.uri);
    if (path !== undefined) announce(workspace.touch(path));
  };
  documents.onDidChangeContent(touched);
  documents.onDidClose(touched);
  documents.onDidSave((event) => {
    // The text is known; but without a watcher this is the moment to look at the files around it.
    if (!features().watch) touched(event);
  });
}

function followDisk(server: Server): void {
  const { connection, documents, workspace } = server;
  const open = (): ReadonlySet<string | undefined> => new Set(documents.all().map(({ uri }) => pathOf(uri)));
  const matters = ({ type }: FileEvent, path: string): boolean =>
    !path.includes('/node_modules/') && !(type === FileChangeType.Changed && open().has(path));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const paths = changes.flatMap((change) => {
      const path = pathOf(change.uri);
      return path !== undefined && matters(change, path) ? [path] : [];
    });
    const sessions = new Set(paths.flatMap((path) => workspace.touch(path)));
    if (sessions.size > 0) changedOutside(server, [...sessions]);
  });
}

/** An editor that asks does so when its own documents change; of everything else it must be told. */
function changedOutside({ connection, features, announce }: Server, sessions: readonly FolderSession[]): void {
  if (features().pull && features().refresh) void connection.languages.diagnostics.refresh();
  announce(sessions);
}
