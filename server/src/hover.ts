import type { Note } from '@kafka-eos/linter/guide/file-guide';
import { MarkupKind, type Hover, type Position, type Range } from 'vscode-languageserver';
import type { Locator } from './locate.ts';
import { touches } from './ranges.ts';
import type { Subject } from './subject.ts';

/** Why the effect, the transaction or the handler under the cursor has its guarantee. */
export async function hover(position: Position, subject: Subject): Promise<Hover | null> {
  const answer = await subject.session.ask({ kind: 'guide', file: subject.file });
  const at = subject.locator();
  const here = (answer?.guide?.notes ?? [])
    .map((note) => ({ note, range: rangeOf(note, at) }))
    .filter(({ range }) => touches(range, { start: position, end: position }));
  // What a handler does is said where nothing smaller has something to say.
  const narrow = here.filter(({ note }) => !note.isFunction);
  const shown = narrow.length > 0 ? narrow : here;
  const [first] = shown;
  if (first === undefined) return null;
  const value = shown.map(({ note }) => note.text).join('\n\n---\n\n');
  const { markdown } = subject.features;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: markdown ? value : plain(value) },
    range: first.range,
  };
}

/** The option that hands a function over stands before it, so its whole first line is its place. */
function rangeOf({ place, isFunction }: Note, at: Locator): Range {
  const { start, end } = at.range(place);
  return isFunction
    ? { start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } }
    : { start, end };
}

function plain(markdown: string): string {
  return markdown.replace(/\*\*/g, '').replace(/\\([^\w\s])/g, '$1');
}
