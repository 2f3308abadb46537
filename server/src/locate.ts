import { joinPath } from '@kafka-eos/analyzer/program/paths';
import type { Finding, Span } from '@kafka-eos/linter/finding';
import { indexLines, offsetOf } from '@kafka-eos/linter/line-index';
import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf, uriOf } from './file-uri.ts';

/** Where the places of findings are in the editor's terms. */
export interface Locator {
  /** The editor's own spelling, if the file is open. */
  readonly uri: (file: string) => string;
  /** Null for a file that is not open. */
  readonly version: (file: string) => number | null;
  readonly range: (span: Span) => Range;
}

/** `root` is the folder that the files of findings are relative to. */
export function locatorFor(root: string, open: readonly TextDocument[]): Locator {
  const byPath = new Map(open.map((document) => [pathOf(document.uri), document]));
  const documentOf = (file: string): TextDocument | undefined => byPath.get(joinPath(root, file));
  return {
    uri: (file) => documentOf(file)?.uri ?? uriOf(joinPath(root, file)),
    version: (file) => documentOf(file)?.version ?? null,
    range: (span) => rangeIn(documentOf(span.file), span),
  };
}

/** The compiler breaks lines at U+2028 and U+2029 too, the protocol does not: offsets are what both agree on. */
function rangeIn(document: TextDocument | undefined, { start, end }: Pick<Finding, 'start' | 'end'>): Range {
  const index = document === undefined ? undefined : indexLines(document.getText());
  const from = index && offsetOf(index, start);
  const to = index && offsetOf(index, end);
  if (document !== undefined && from !== undefined && to !== undefined) {
    return { start: document.positionAt(from), end: document.positionAt(to) };
  }
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}
