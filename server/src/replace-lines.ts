import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** The edit that makes the document hold this text; lines that both begin or end with stay, and so do cursors there. */
export function replaceLines(document: TextDocument, text: string): TextEdit {
  const before = linesOf(document.getText());
  const after = linesOf(text);
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const offset = before.slice(0, head).join('').length;
  const old = before.slice(head, before.length - tail).join('');
  return {
    range: { start: document.positionAt(offset), end: document.positionAt(offset + old.length) },
    newText: after.slice(head, after.length - tail).join(''),
  };
}

/** With their breaks, so that joining them gives the text again. */
function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n|\r(?!\n))/);
}
