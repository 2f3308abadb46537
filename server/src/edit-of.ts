import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Subject } from './subject.ts';

/** The edits of some files (relative to the subject's folder), in the form that the editor takes. */
export function editOf(edits: readonly (TextEdit & { readonly file: string })[], subject: Subject): WorkspaceEdit {
  const at = subject.locator();
  const files = [...new Set(edits.map(({ file }) => file))].map((file) => ({
    uri: at.uri(file),
    version: at.version(file),
    edits: edits.filter((edit) => edit.file === file).map(({ range, newText }) => ({ range, newText })),
  }));
  return subject.features.versionedEdits
    ? { documentChanges: files.map(({ uri, version, edits: own }) => ({ textDocument: { uri, version }, edits: own })) }
    : { changes: Object.fromEntries(files.map(({ uri, edits: own }) => [uri, own])) };
}

/** The same for an edit of the document that has a part to be filled in. */
export function snippetEditOf(edit: SnippetTextEdit, { document }: Subject): WorkspaceEdit {
  const { uri, version } = document;
  return { documentChanges: [{ textDocument: { uri, version }, edits: [edit] }] };
}
