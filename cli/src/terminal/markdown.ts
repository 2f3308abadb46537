import { cleanLine, join, safe, type Safe } from './safe.ts';

/** Text of others in Markdown: neither markup nor HTML, and nobody is mentioned by it. */
export function markdownText(text: string): Safe {
  return cleanLine(
    text
      .replaceAll(/[\\*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
      .replaceAll('&', '&amp;')
      .replaceAll('`', '&#96;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('@', '&#64;'),
  );
}

/** Text of others inside an HTML tag, where Markdown is not read. */
export function htmlText(text: string): Safe {
  return cleanLine(
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('@', '&#64;'),
  );
}

/** Code of others in a table's cell. A bar ends the cell even in code, and a backtick ends the code. */
export function markdownCode(text: string): Safe {
  const fence = '`'.repeat(longestRun(text) + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return cleanLine(`${fence}${space}${text.replaceAll(/(\\*)\|/g, escapedBar)}${space}${fence}`);
}

/** A backslash before the bar must not escape our own. */
function escapedBar(_: string, slashes: string): string {
  return `${slashes}${slashes.length % 2 === 0 ? '\\' : '\\\\'}|`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

export function markdownTable(head: readonly Safe[], rows: readonly (readonly Safe[])[]): Safe {
  const line = (cells: readonly Safe[]): Safe => safe`| ${join(cells, ' | ')} |`;
  return join([line(head), line(head.map(() => safe`---`)), ...rows.map(line)]);
}
