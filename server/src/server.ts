import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorFeatures } from './editor-features.ts';
import type { FolderNews } from './folder-news.ts';
import type { Options } from './options.ts';
import type { EditorSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';

/** What every answer of the server is made of. */
export interface Server {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly settings: EditorSettings;
  readonly news: FolderNews;
  /** The rules that a suppression may name. */
  readonly rules: ReadonlySet<string>;
  readonly features: () => EditorFeatures;
  readonly options: () => Options;
}
