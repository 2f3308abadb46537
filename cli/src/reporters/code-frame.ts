import type { Span } from '@kafka-eos/linter/finding';
import { indexLines, lineText } from '@kafka-eos/linter/line-index';
import { displayWidth } from '../terminal/display-width.ts';
import { cleanLine, padEnd, padStart, safe, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';

/** Longer lines, as in generated code, are cut around the span. */
const longestLine = 140;
const lead = 50;
const tab = '  ';

/** The span's line with its neighbours, and the span underlined. */
export function codeFrame(text: string, { start, end }: Span, style: Style): readonly Safe[] {
  const index = indexLines(text);
  const first = Math.max(1, start.line - 1);
  const last = Math.min(index.starts.length, start.line + 1);
  const gutter = String(last).length;
  const from = Math.max(0, lineText(index, start.line).length > longestLine ? start.column - 1 - lead : 0);
  const lines: Safe[] = [];
  for (let line = first; line <= last; line++) {
    const content = lineText(index, line);
    const number = padStart(cleanLine(String(line)), gutter);
    lines.push(safe`  ${style.dim(safe`${number} │`)} ${rendered(content.slice(from, from + longestLine))}`);
    if (line !== start.line) continue;
    const until = end.line === start.line ? end.column - 1 : content.trimEnd().length;
    const marked = underline(content, from, start.column - 1, until);
    lines.push(safe`  ${style.dim(safe`${padEnd(safe``, gutter)} │`)} ${marked.indent}${style.red(marked.carets)}`);
  }
  return lines;
}

function underline(
  line: string,
  from: number,
  start: number,
  end: number,
): { readonly indent: Safe; readonly carets: Safe } {
  const indent = displayWidth(rendered(line.slice(from, start)));
  const span = line.slice(start, Math.min(end, from + longestLine));
  const width = Math.max(1, displayWidth(rendered(span)));
  return { indent: padEnd(safe``, indent), carets: cleanLine('^'.repeat(width)) };
}

function rendered(text: string): Safe {
  return cleanLine(text.replaceAll('\t', tab));
}
