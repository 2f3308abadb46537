import { readName } from './read-name.ts';
import { unknownSql, type SqlStatement } from './sql-statement.ts';
import { findAtTop, nesting, parenthesized, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

type ReadStatement = (tokens: TokenList) => readonly SqlStatement[];

/** One `name AS (…)` of a `WITH`. */
interface Part {
  readonly name: string | undefined;
  readonly body: TokenList;
}

/**
 * A `WITH` is its data-modifying statements, one by one; without any it is its query. `read` reads what stands in the
 * parts and behind them.
 */
export function readWith(tokens: TokenList, read: ReadStatement): readonly SqlStatement[] {
  const split = splitWith(tokens);
  if (split === undefined) return [unknownSql('the WITH could not be read')];
  const claims = new Set<string>();
  const statements: SqlStatement[] = [];
  for (const { name, body } of split.parts) {
    const own = guardAll(read(body), body, claims);
    if (name !== undefined && own.some((one) => one.kind === 'insert' && one.conflict === 'ignore')) claims.add(name);
    statements.push(...own);
  }
  statements.push(...guardAll(read(split.main), split.main, claims));
  const changes = statements.filter((statement) => statement.kind !== 'select');
  return changes.length > 0 ? changes : [joinedQuery(statements, split.parts)];
}

interface Split {
  readonly parts: readonly Part[];
  readonly main: TokenList;
}

function splitWith(tokens: TokenList): Split | undefined {
  const parts: Part[] = [];
  let at = wordAt(tokens, 1) === 'RECURSIVE' ? 2 : 1;
  for (;;) {
    const name = readName(tokens, at);
    if (name === undefined) return undefined;
    at = parenthesized(tokens, name.next)?.next ?? name.next;
    if (wordAt(tokens, at) !== 'AS') return undefined;
    at = findAtTop(tokens, at + 1, (index) => !wordsAt(tokens, index, 'NOT|MATERIALIZED'));
    const body = parenthesized(tokens, at);
    if (body === undefined) return undefined;
    parts.push({ name: name.name, body: body.inner });
    if (signAt(tokens, body.next) !== ',') return { parts, main: tokens.slice(body.next) };
    at = body.next + 1;
  }
}

/** One query for all parts, without the names that the parts define. */
function joinedQuery(statements: readonly SqlStatement[], parts: readonly Part[]): SqlStatement {
  const queries = statements.filter((statement) => statement.kind === 'select');
  const defined = new Set(parts.map(({ name }) => name));
  const tables = queries.flatMap((query) => query.tables).filter((table) => !defined.has(table));
  return {
    kind: 'select',
    tables: [...new Set(tables)],
    where: queries.at(-1)?.where ?? [],
    forUpdate: queries.some((query) => query.forUpdate),
  };
}

/** Marks the writes that happen only for rows that an `INSERT … ON CONFLICT DO NOTHING RETURNING` has just added. */
function guardAll(
  statements: readonly SqlStatement[],
  tokens: TokenList,
  claims: ReadonlySet<string>,
): readonly SqlStatement[] {
  if (claims.size === 0 || !dependsOn(tokens, claims)) return statements;
  return statements.map((statement) =>
    statement.kind === 'insert' || statement.kind === 'update' ? { ...statement, guarded: true } : statement,
  );
}

/** Whether there is nothing to do when a claim returned no row: it is joined, or demanded by `EXISTS` or `IN`. */
function dependsOn(tokens: TokenList, claims: ReadonlySet<string>): boolean {
  if (findAtTop(tokens, 0, (at) => wordsAt(tokens, at, 'OR|UNION|LEFT|FULL|RIGHT')) < tokens.length) return false;
  const opened: number[] = [];
  return tokens.some((_, at) => {
    const step = nesting(tokens, at);
    if (step === 1) opened.push(at);
    if (step === -1) opened.pop();
    const claim = wordsAt(tokens, at - 1, 'FROM|JOIN|USING') ? readName(tokens, at)?.name : undefined;
    if (claim === undefined || !claims.has(claim)) return false;
    const open = opened.at(-1);
    return open === undefined || (opened.length === 1 && isDemanded(tokens, open));
  });
}

function isDemanded(tokens: TokenList, open: number): boolean {
  return wordsAt(tokens, open - 1, 'EXISTS|IN') && wordAt(tokens, open - 2) !== 'NOT';
}
