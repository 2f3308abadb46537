import type { SqlDialect } from './sql-statement.ts';

const SPACES = /\s+/y;
const REST_OF_LINE = /[^\n]*/y;

/** The end of the blanks and comments that begin at `at`; `at` itself when there are none. */
export function skipBlank(text: string, at: number, dialect: SqlDialect): number {
  let end = at;
  for (;;) {
    const next = skipOne(text, end, dialect);
    if (next === end) return end;
    end = next;
  }
}

function skipOne(text: string, at: number, dialect: SqlDialect): number {
  if (text.startsWith('--', at) || (dialect === 'mysql' && text[at] === '#')) return matchEnd(REST_OF_LINE, text, at);
  if (text.startsWith('/*', at)) return blockCommentEnd(text, at, dialect !== 'mysql');
  return matchEnd(SPACES, text, at);
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const COMMENT_EDGE = /\/\*|\*\//g;

/** PostgreSQL nests comments; an open one runs to the end, as in every database. */
function blockCommentEnd(text: string, at: number, nests: boolean): number {
  if (!nests) {
    const close = text.indexOf('*/', at + 2);
    return close === -1 ? text.length : close + 2;
  }
  let depth = 1;
  COMMENT_EDGE.lastIndex = at + 2;
  for (let edge = COMMENT_EDGE.exec(text); edge !== null; edge = COMMENT_EDGE.exec(text)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return COMMENT_EDGE.lastIndex;
  }
  return text.length;
}
