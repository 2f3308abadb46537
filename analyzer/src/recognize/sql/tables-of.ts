import { readName } from './read-name.ts';
import { closingIndex, parenthesized, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** Functions in whose parentheses `FROM` introduces no table. */
const FROM_IN_CALL = /^(?:EXTRACT|SUBSTRING|SUBSTR|TRIM|OVERLAY|POSITION)$/;

/** The tables that a query reads, at any depth, in the order of their appearance. */
export function tablesOf(tokens: TokenList): readonly string[] {
  const tables = new Set<string>();
  const calls: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (signAt(tokens, at) === '(') calls.push(wordAt(tokens, at - 1));
    if (signAt(tokens, at) === ')') calls.pop();
    if (!wordsAt(tokens, at, 'FROM|JOIN|TABLE') || FROM_IN_CALL.test(calls.at(-1) ?? '')) continue;
    if (wordAt(tokens, at - 1) === 'DISTINCT') continue;
    for (const table of readSources(tokens, at + 1)) tables.add(table);
  }
  return [...tables];
}

/** The tables of `a, b AS x, (SELECT …) y, f(1)`; a subquery's own are found at its own `FROM`. */
function readSources(tokens: TokenList, from: number): readonly string[] {
  const tables: string[] = [];
  let at = from;
  for (;;) {
    while (wordsAt(tokens, at, 'ONLY|LATERAL')) at += 1;
    const source = readSource(tokens, at);
    if (source === undefined) return tables;
    if (source.table !== undefined) tables.push(source.table);
    at = behindAlias(tokens, source.next);
    if (signAt(tokens, at) !== ',') return tables;
    at += 1;
  }
}

interface Source {
  readonly table: string | undefined;
  readonly next: number;
}

function readSource(tokens: TokenList, at: number): Source | undefined {
  if (signAt(tokens, at) === '(') return { table: undefined, next: closingIndex(tokens, at) + 1 };
  const name = readName(tokens, at);
  if (name === undefined) return undefined;
  const call = parenthesized(tokens, name.next);
  if (call === undefined) return { table: name.name, next: name.next };
  return { table: undefined, next: wordsAt(tokens, call.next, 'WITH ORDINALITY') ? call.next + 2 : call.next };
}

function behindAlias(tokens: TokenList, at: number): number {
  const name = readName(tokens, wordAt(tokens, at) === 'AS' ? at + 1 : at);
  if (name === undefined) return at;
  return parenthesized(tokens, name.next)?.next ?? name.next;
}
