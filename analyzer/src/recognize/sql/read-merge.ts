import { endOfAssignments, readAssignments } from './assignments.ts';
import { readTarget } from './read-update.ts';
import { repetitionOf } from './self-reference.ts';
import { unknownSql, type SqlDialect, type SqlMerge, type SqlStatement } from './sql-statement.ts';
import { findAtTop, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** `MERGE INTO t USING … WHEN MATCHED THEN … WHEN NOT MATCHED THEN …`. */
export function readMerge(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  const target = readTarget(tokens, wordAt(tokens, 1) === 'INTO' ? 2 : 1);
  if (target === undefined) return unknownSql('the MERGE names no table');
  const effects = branches(tokens).map((branch) => effectOf(branch, target.names, dialect));
  return {
    kind: 'merge',
    ...(target.table === undefined ? {} : { table: target.table }),
    effect: worstOf(effects),
  };
}

/** What stands behind each `THEN`. */
function branches(tokens: TokenList): readonly TokenList[] {
  const found: TokenList[] = [];
  let at = nextBranch(tokens, 0);
  while (at < tokens.length) {
    const next = nextBranch(tokens, at + 1);
    const then = findAtTop(tokens, at, (index) => wordAt(tokens, index) === 'THEN');
    found.push(tokens.slice(then + 1, next));
    at = next;
  }
  return found;
}

function nextBranch(tokens: TokenList, from: number): number {
  return findAtTop(
    tokens,
    from,
    (at) => wordsAt(tokens, at, 'WHEN MATCHED') || wordsAt(tokens, at, 'WHEN NOT MATCHED'),
  );
}

/** An insert of what did not match is none the second time, because it matches then. */
function effectOf(branch: TokenList, names: readonly string[], dialect: SqlDialect): SqlMerge['effect'] {
  if (wordsAt(branch, 0, 'INSERT|DELETE') || wordsAt(branch, 0, 'DO NOTHING')) return 'absolute';
  if (!wordsAt(branch, 0, 'UPDATE SET')) return 'unknown';
  const assignments = readAssignments(branch.slice(2, endOfAssignments(branch, 2)), dialect);
  return assignments === undefined ? 'unknown' : repetitionOf(assignments, names, dialect);
}

function worstOf(effects: readonly SqlMerge['effect'][]): SqlMerge['effect'] {
  if (effects.includes('relative')) return 'relative';
  return effects.length === 0 || effects.includes('unknown') ? 'unknown' : 'absolute';
}
