/** A finding as a fixture states it: 1-based, columns in UTF-16 units, `endColumn` exclusive, all on one line. */
export interface CaretMark {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly messageId: string;
}

export interface CaretFile {
  readonly preset: 'recommended' | 'strict';
  readonly marks: readonly CaretMark[];
  /** What is wrong with the annotations themselves; such a fixture proves nothing. */
  readonly problems: readonly string[];
}

const caretLine = /^\/\/(?<blank> *)(?<carets>\^+) (?<rule>[a-z][a-z-]*) (?<messageId>[a-zA-Z]+)$/;

/**
 * Reads the annotations of one fixture file: a `//` line whose carets stand under the span of a finding on the nearest
 * line above that is no such line itself, and `// preset: strict` on the first line.
 */
export function readCaretFile(text: string): CaretFile {
  const lines = text.split(/\r?\n/);
  const marks: CaretMark[] = [];
  const problems: string[] = [];
  let codeLine = 0;
  for (const [index, line] of lines.entries()) {
    if (!isCaretLine(line)) {
      codeLine = index + 1;
      continue;
    }
    const mark = readCaretLine(line, codeLine);
    if (mark === undefined)
      problems.push(`line ${index + 1}: carets, a rule and a message were expected: ${line.trim()}`);
    else if (mark.endColumn > (lines[codeLine - 1] ?? '').length + 1) {
      problems.push(`line ${index + 1}: the carets reach beyond the line that they are about`);
    } else marks.push(mark);
  }
  return { preset: presetOf(lines[0] ?? ''), marks, problems };
}

/** Any comment that begins with carets, well-formed or not: a typing mistake must not read as code. */
function isCaretLine(line: string): boolean {
  return /^\s*\/\/\s*\^/.test(line);
}

function readCaretLine(line: string, codeLine: number): CaretMark | undefined {
  const groups = caretLine.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const { blank = '', carets = '', rule = '', messageId = '' } = groups;
  const column = '//'.length + blank.length + 1;
  return { line: codeLine, column, endColumn: column + carets.length, rule, messageId };
}

function presetOf(firstLine: string): CaretFile['preset'] {
  return firstLine.trim() === '// preset: strict' ? 'strict' : 'recommended';
}
