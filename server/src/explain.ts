import type { Finding } from '@kafka-eos/linter/finding';
import {
  CodeActionKind,
  MessageType,
  ShowMessageNotification,
  type CodeAction,
  type Connection,
} from 'vscode-languageserver';

/** Shows the page of a rule; its only argument is the page's address. */
export const explainCommand = 'kafka-eos.explain';

export function explainActions(findings: readonly Finding[]): readonly CodeAction[] {
  const pages = new Map(findings.map(({ rule, url }) => [rule, url]));
  return [...pages].map(([rule, url]) => {
    const title = `Explain ${rule}`;
    return { title, kind: CodeActionKind.QuickFix, command: { title, command: explainCommand, arguments: [url] } };
  });
}

/** An editor that cannot open a page is told where it is. Only pages of ours are opened. */
export async function explain(
  connection: Connection,
  canShow: boolean,
  argument: unknown,
  pages: string,
): Promise<void> {
  if (typeof argument !== 'string' || !argument.startsWith(`${pages}/`)) return;
  const request = { uri: argument, external: true };
  const shown = canShow && (await connection.window.showDocument(request).catch(() => undefined))?.success === true;
  if (shown) return;
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: argument });
}
