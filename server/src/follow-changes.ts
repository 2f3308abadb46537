import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { watchedFiles } from './editor-features.ts';
import { pathOf } from './file-uri.ts';
import type { FolderSession } from './folder-session.ts';
import type { Server } from './server.ts';
import { unlessRefused } from './unless-refused.ts';
import { settingsSection } from './settings.ts';

/** Keeps the sessions up to date with documents, files, folders and settings, and tells the editor what that changes. */
export function followChanges(server: Server): void {
  const { connection, workspace, features } = server;
  followDocuments(server);
  followDisk(server);
  connection.onDidChangeConfiguration(() => {
    server.settings.forget();
    for (const session of workspace.sessions()) session.touch('text');
    changedOutside(server, workspace.sessions());
  });
  connection.onInitialized(() => {
    if (features().watch) {
      const watchers = watchedFiles.map((globPattern) => ({ globPattern }));
      unlessRefused(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (features().settingsChanges) {
      unlessRefused(connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection }));
    }
    if (features().folderChanges) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        changeFolders(server, added, removed);
      });
    }
    announce(server, workspace.sessions());
  });
}

function changeFolders(server: Server, added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): void {
  const { workspace, news } = server;
  const paths = (folders: readonly WorkspaceFolder[]): readonly string[] =>
    folders.map(({ uri }) => pathOf(uri)).filter((path) => path !== undefined);
  for (const path of paths(removed)) {
    const session = workspace.remove(path);
    if (session !== undefined) news.forget(session);
  }
  for (const path of paths(added)) workspace.add(path);
  // Who answers for a file may have changed, in folders around those too.
  for (const session of workspace.sessions()) session.touch('text');
  changedOutside(server, workspace.sessions());
}

function followDocuments(server: Server): void {
  const { documents, workspace, features } = server;
  const touched = (document: TextDocument, changed: 'text' | 'disk'): void => {
    const path = pathOf(document.uri);
    if (path !== undefined) announce(server, workspace.touch(path, changed));
  };
  documents.onDidChangeContent(({ document }) => {
    touched(document, 'text');
  });
  documents.onDidClose(({ document }) => {
    touched(document, 'text');
  });
  documents.onDidSave(({ document }) => {
    // The text is known; but without a watcher this is the moment to look at the files around it.
    if (!features().watch) touched(document, 'disk');
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
    const sessions = new Set(paths.flatMap((path) => workspace.touch(path, 'disk')));
    if (sessions.size > 0) changedOutside(server, [...sessions]);
  });
}

/** An editor that asks does so when its own documents change; of everything else it must be told. */
function changedOutside(server: Server, sessions: readonly FolderSession[]): void {
  const { connection, features } = server;
  if (features().pull && features().refresh) unlessRefused(connection.languages.diagnostics.refresh());
  announce(server, sessions);
}

/** Folders that the editor does not ask about are checked, and what is found is sent. */
function announce({ features, news }: Server, sessions: readonly FolderSession[]): void {
  if (!features().pull) for (const session of sessions) void news.push(session);
}
