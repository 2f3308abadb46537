import { cleanLine, join, safe, type Safe } from '../terminal/safe.ts';

/** A name of the workspace: in a code span, where nothing is a link, a mention or a tag. */
export function code(text: string): Safe {
  const line = cleanLine(text);
  if (line.trim() === '') return safe``;
  const fence = cleanLine('`'.repeat(longestRun(line) + 1));
  const pad = line.startsWith('`') || line.endsWith('`') ? safe` ` : safe``;
  return safe`${fence}${pad}${line}${pad}${fence}`;
}

/** The cell of a table: a bar ends it even in a code span, unless one backslash is before it. */
export function cell(content: Safe): Safe {
  return cleanLine(content.replaceAll(/\\+(?=\|)/g, '$& ').replaceAll('|', '\\|'));
}

/** A sentence that may contain a name: as it is where Markdown sees plain words, else as code. */
export function prose(text: string): Safe {
  const isPlain = /^(?:[\p{L}\p{N} .,;:()'/→-]|(?<=\w)_(?=\w))*$/u.test(text) && !/:\/\/|www\./i.test(text);
  return isPlain ? cleanLine(text) : code(text);
}

/** A fenced block. */
export function block(text: string, language: 'ts' | 'sh'): Safe {
  const fence = cleanLine('`'.repeat(Math.max(3, longestRun(text) + 1)));
  return join([safe`${fence}${cleanLine(language)}`, ...text.split('\n').map((line) => cleanLine(line)), fence]);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
