import { relativePath } from '@kafka-eos/analyzer/program/paths';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorFeatures } from './editor-features.ts';
import { pathOf } from './file-uri.ts';
import type { FolderSession } from './folder-session.ts';
import { locatorFor, type Locator } from './locate.ts';
import type { Workspace } from './workspace.ts';

/** An open document that the editor asks about, and where it belongs. */
export interface Subject {
  readonly document: TextDocument;
  /** Relative to the session's root. */
  readonly file: string;
  readonly session: FolderSession;
  /** For the documents as they are now: make one after every wait. */
  readonly locator: () => Locator;
  readonly features: EditorFeatures;
}

/** Undefined for a document that is not open, is no file, or lies in no workspace folder. */
export function subjectOf(
  uri: string,
  documents: Pick<TextDocuments<TextDocument>, 'get' | 'all'>,
  workspace: Workspace,
  features: EditorFeatures,
): Subject | undefined {
  const document = documents.get(uri);
  const path = pathOf(uri);
  const session = path === undefined ? undefined : workspace.ownerOf(path);
  if (document === undefined || path === undefined || session === undefined) return undefined;
  const file = relativePath(session.root, path);
  return { document, file, session, locator: () => locatorFor(session.root, documents.all()), features };
}
