import { projectUrl } from '@kafka-eos/linter/rule-url';
import {
  CodeActionKind,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyse } from './analysis-job.ts';
import { answerRequests } from './answer-requests.ts';
import { featuresOf, foldersOf, type EditorFeatures } from './editor-features.ts';
import { explainCommand } from './explain.ts';
import { fixAllKind } from './fix-all.ts';
import { followChanges } from './follow-changes.ts';
import { openFolderNews } from './folder-news.ts';
import { locatorFor } from './locate.ts';
import { readOptions } from './options.ts';
import { showOpening } from './progress.ts';
import type { Server } from './server.ts';
import { openSettings } from './settings.ts';
import { unlessRefused } from './unless-refused.ts';
import { openWorkspace } from './workspace.ts';

export interface ServeRequest {
  readonly connection: Connection;
  readonly analyse: Analyse;
  /** Resolves when a burst of changes may be over. */
  readonly pause: () => Promise<void>;
  readonly version: string;
  /** The rules that a suppression may name. */
  readonly rules: ReadonlySet<string>;
}

/** Answers an editor until it hangs up. */
export function serve({ connection, analyse, pause, version, rules }: ServeRequest): void {
  const documents = new TextDocuments(TextDocument);
  let features = featuresOf({});
  let options = readOptions(undefined);
  const settings = openSettings(
    connection,
    () => features.settings,
    () => options.settings,
  );
  const workspace = openWorkspace({
    documents: () => documents.all(),
    analyse,
    pause,
    settingsOf: settings.of,
    opening: (root, work) => {
      if (features.progress) unlessRefused(showOpening(connection, root, work));
    },
  });
  const news = openFolderNews({
    connection,
    locator: ({ root }) => locatorFor(root, documents.all()),
    owns: (session, path) => workspace.ownerOf(path) === session,
    refreshesLenses: () => features.refreshLenses,
  });
  const server: Server = {
    connection,
    documents,
    workspace,
    settings,
    news,
    rules,
    features: () => features,
    options: () => options,
  };
  connection.onInitialize((params) => {
    features = featuresOf(params.capabilities);
    options = readOptions(params.initializationOptions);
    for (const root of foldersOf(params)) workspace.add(root);
    return { capabilities: abilities(features), serverInfo: { name: 'kafka-eos', version } };
  });
  followChanges(server);
  answerRequests(server, `${projectUrl}/blob/main/docs`);
  documents.listen(connection);
  connection.listen();
}

function abilities({ pull, lateEdits }: EditorFeatures): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind], resolveProvider: lateEdits },
    codeLensProvider: {},
    documentLinkProvider: {},
    executeCommandProvider: { commands: [explainCommand] },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...(pull
      ? { diagnosticProvider: { identifier: 'kafka-eos', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
  };
}
