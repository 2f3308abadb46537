import type { CodeAction } from 'vscode-languageserver/node';
import { CodeActionRequest, DocumentDiagnosticRequest, type Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Editor } from './editor.ts';

const everywhere: Range = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

type Report = Awaited<ReturnType<typeof pull>>;

export function pull({ connection }: Editor, uri: string, previousResultId?: string) {
  const previous = previousResultId === undefined ? {} : { previousResultId };
  return connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri }, ...previous });
}

export function codesIn(report: Report): readonly unknown[] {
  return report.kind === 'full' ? report.items.map(({ code }) => code) : ['unchanged'];
}

export async function actions({ connection }: Editor, uri: string, only?: string[]): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  const answer = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: everywhere,
    context,
  });
  return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
}

export function textAfter(action: CodeAction | undefined, uri: string, text: string): string {
  const document = TextDocument.create(uri, 'typescript', 1, text);
  const versioned = (action?.edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  const plain = action?.edit?.changes?.[uri] ?? [];
  const edits = [...versioned, ...plain].filter((edit) => 'newText' in edit);
  return TextDocument.applyEdits(document, edits);
}
