import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../terminal/wrap.ts';

/** Lines of prose are as long as one reads with ease. */
const width = 100;

/** A page of Markdown for a terminal: what the pages of rules use, everything else as it is written. */
export function renderPage(markdown: string, style: Style): Safe {
  let inCode = false;
  const lines: Safe[] = [];
  for (const line of markdown.trimEnd().split(/\r?\n/)) {
    if (/^\s*```/.test(line)) {
      inCode = !inCode;
      continue;
    }
    lines.push(inCode ? safe`    ${style.dim(cleanLine(line.replaceAll('\t', '  ')))}` : renderLine(line, style));
  }
  return safe`${join(lines)}\n`;
}

function renderLine(line: string, style: Style): Safe {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading !== null) {
    const title = style.bold(renderInline(heading[2] ?? '', style));
    return heading[1] === '#' ? style.cyan(title) : title;
  }
  const item = /^(\s*)[-*]\s+(.*)$/.exec(line);
  if (item !== null) {
    const indent = cleanLine(item[1] ?? '');
    return wrap(safe`${indent}• ${renderInline(item[2] ?? '', style)}`, width, safe`${indent}  `);
  }
  const quote = /^>\s?(.*)$/.exec(line);
  if (quote !== null) return safe`${style.dim(safe`│`)} ${renderInline(quote[1] ?? '', style)}`;
  // A wrapped row would take a table apart.
  if (line.startsWith('|')) return renderInline(line, style);
  return wrap(renderInline(line, style), width, /^\d+\. /.test(line) ? safe`   ` : safe``);
}

/** Code, bold text, and links; the parts between them are plain. */
const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g;

function renderInline(text: string, style: Style): Safe {
  const parts: Safe[] = [];
  let position = 0;
  for (const match of text.matchAll(inline)) {
    parts.push(cleanLine(text.slice(position, match.index)), renderMatch(match, style));
    position = match.index + match[0].length;
  }
  parts.push(cleanLine(text.slice(position)));
  return join(parts, '');
}

function renderMatch([, code, bold, label, target]: RegExpMatchArray, style: Style): Safe {
  if (code !== undefined) return style.cyan(cleanLine(code));
  if (bold !== undefined) return style.bold(cleanLine(bold));
  const words = cleanLine(label ?? '').replaceAll('`', '');
  const isAddress = target?.startsWith('https://') === true;
  return isAddress ? safe`${cleanLine(words)} (${style.blue(cleanLine(target))})` : cleanLine(words);
}
