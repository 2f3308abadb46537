import ts from '../typescript.ts';
import { commentsOf } from './module-syntax.ts';
import { addImportClause } from './outline-bindings.ts';
import type { OutlineDraft } from './outline-draft.ts';
import { isJavaScript } from './source-kinds.ts';

/** A JavaScript file imports and exports types in its comments. */
export function addTypedefs(draft: OutlineDraft): void {
  if (!isJavaScript(draft.file.fileName)) return;
  for (const owner of [...draft.file.statements, draft.file.endOfFileToken]) {
    const tags = commentsOf(owner).flatMap((comment) => (ts.isJSDoc(comment) ? (comment.tags ?? []) : []));
    for (const tag of tags) addTag(draft, tag);
  }
}

function addTag(draft: OutlineDraft, tag: ts.JSDocTag): void {
  if (ts.isJSDocImportTag(tag)) addImportClause(draft, tag.importClause, tag.moduleSpecifier);
  else if (ts.isJSDocTypedefTag(tag) || ts.isJSDocCallbackTag(tag)) {
    if (!tag.name || !ts.isIdentifier(tag.name)) return;
    const name = tag.name.text;
    draft.addPart(tag, [name], { inert: true });
    if (!draft.exports.has(name)) draft.exports.set(name, { kind: 'name', name });
  }
}
