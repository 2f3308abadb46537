import type { CodeLens } from 'vscode-languageserver';
import type { Subject } from './subject.ts';

/**
 * The guarantees of each handler and each transaction, above it. `command` is what the editor says it runs when a lens
 * is chosen; its arguments are the document's URI, the line and the unit.
 */
export async function codeLenses(subject: Subject, command: string): Promise<CodeLens[] | null> {
  const { session, file, document } = subject;
  const answer = await session.ask({ kind: 'guide', file });
  const at = subject.locator();
  return (
    answer?.guide?.lenses.map(({ place, title, unit }) => {
      const range = at.range(place);
      return { range, command: { title, command, arguments: [document.uri, range.start.line, unit] } };
    }) ?? null
  );
}
