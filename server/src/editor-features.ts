import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver';
import { pathOf } from './file-uri.ts';

/** What the editor at the other end can do, as far as it changes what the server does. */
export interface EditorFeatures {
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pull: boolean;
  /** It can be told to ask again. */
  readonly refresh: boolean;
  /** It watches files for the server. */
  readonly watch: boolean;
  readonly folderChanges: boolean;
  readonly versionedEdits: boolean;
}

export function featuresOf({ textDocument, workspace }: ClientCapabilities): EditorFeatures {
  return {
    pull: textDocument?.diagnostic !== undefined,
    refresh: workspace?.diagnostics?.refreshSupport === true,
    watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
  };
}

/** Absolute paths of the folders that are open; older editors know a single one. */
export function foldersOf(params: InitializeParams): readonly string[] {
  const { workspaceFolders } = params;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- deprecated for editors, not for who listens to them
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri].filter((uri) => uri !== null);
  return uris.map(pathOf).filter((path) => path !== undefined);
}

/** What the analysis reads besides open documents. */
export const watchedFiles: readonly string[] = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}',
  '**/{package,tsconfig*,jsconfig*,kafka-eos.config}.{json,jsonc}',
  '**/{.gitignore,pnpm-workspace.yaml}',
];
