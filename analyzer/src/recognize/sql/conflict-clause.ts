import { insertShape } from './insert-shape.ts';
import { splitStatements } from './split-statements.ts';
import { sqlStatements } from './sql-statements.ts';
import { wordAt } from './token-lists.ts';
import { tokenize } from './tokenize.ts';

/** A text and where to insert it: a UTF-16 offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

const CLAUSE = ' ON CONFLICT DO NOTHING';

/**
 * Where PostgreSQL's and SQLite's clause goes into a lone `INSERT` that has none: behind the rows, before `RETURNING`.
 * Undefined unless the text with the clause is read as what it is meant to be.
 */
export function withConflictClause(text: string): Insertion | undefined {
  const [tokens, ...others] = splitStatements(tokenize(text, 'postgresql').tokens);
  if (tokens === undefined || others.length > 0 || wordAt(tokens, 0) !== 'INSERT') return undefined;
  const last = insertShape(tokens)?.source.at(-1);
  const [before] = sqlStatements(text, 'postgresql');
  if (last === undefined || before?.kind !== 'insert' || before.conflict !== 'none') return undefined;
  const changed = `${text.slice(0, last.end)}${CLAUSE}${text.slice(last.end)}`;
  const [after] = sqlStatements(changed, 'postgresql');
  return after?.kind === 'insert' && after.conflict === 'ignore' ? { at: last.end, text: CLAUSE } : undefined;
}
