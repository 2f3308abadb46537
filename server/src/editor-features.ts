import { MarkupKind, type ClientCapabilities, type InitializeParams } from 'vscode-languageserver';
import { pathOf } from './file-uri.ts';

/** What the editor at the other end can do, as far as it changes what the server does. */
export interface EditorFeatures {
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pull: boolean;
  /** It can be told to ask for diagnostics again. */
  readonly refresh: boolean;
  /** It can be told to ask for code lenses again. */
  readonly refreshLenses: boolean;
  /** It watches files for the server. */
  readonly watch: boolean;
  readonly folderChanges: boolean;
  readonly versionedEdits: boolean;
  /** It takes code actions without their edits, and asks for those of the chosen one. */
  readonly lateEdits: boolean;
  /** It lets the user fill in a part of an edit. */
  readonly snippetEdits: boolean;
  readonly markdown: boolean;
  readonly progress: boolean;
  /** It opens a page in a browser. */
  readonly showDocument: boolean;
  /** It has settings per folder. */
  readonly settings: boolean;
  /** It says when they change, once asked to. */
  readonly settingsChanges: boolean;
}

export function featuresOf(capabilities: ClientCapabilities): EditorFeatures {
  return { ...documentFeatures(capabilities), ...workspaceFeatures(capabilities), ...windowFeatures(capabilities) };
}

function documentFeatures({ textDocument }: ClientCapabilities) {
  const { codeAction, hover, diagnostic } = textDocument ?? {};
  return {
    pull: diagnostic !== undefined,
    lateEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    markdown: hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
  };
}

function workspaceFeatures({ workspace = {} }: ClientCapabilities) {
  const { diagnostics, codeLens, didChangeWatchedFiles, workspaceEdit, didChangeConfiguration } = workspace;
  const versionedEdits = workspaceEdit?.documentChanges === true;
  return {
    refresh: diagnostics?.refreshSupport === true,
    refreshLenses: codeLens?.refreshSupport === true,
    watch: didChangeWatchedFiles?.dynamicRegistration === true,
    folderChanges: workspace.workspaceFolders === true,
    versionedEdits,
    snippetEdits: versionedEdits && workspaceEdit.snippetEditSupport === true,
    settings: workspace.configuration === true,
    settingsChanges: didChangeConfiguration?.dynamicRegistration === true,
  };
}

function windowFeatures({ window }: ClientCapabilities) {
  return { progress: window?.workDoneProgress === true, showDocument: window?.showDocument?.support === true };
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
  '**/*.{sql,prisma}',
  '**/{.gitignore,pnpm-workspace.yaml}',
  '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,yarn.lock}',
];
