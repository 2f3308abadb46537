import { Range, Uri, window } from 'vscode';

/** Shows a place in an editor; arguments that are none of ours are passed over. */
export async function openPlace(uri: unknown, line: unknown, column: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number' || typeof column !== 'number') return;
  const at = [line - 1, column - 1] as const;
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(...at, ...at), preview: true });
}
