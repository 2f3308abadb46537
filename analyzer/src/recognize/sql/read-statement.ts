import { readControl } from './read-control.ts';
import { readInsert } from './read-insert.ts';
import { readMerge } from './read-merge.ts';
import { readSelect } from './read-select.ts';
import { readDelete, readTruncate, readUpdate } from './read-update.ts';
import { readWith } from './read-with.ts';
import { unknownSql, type SqlDialect, type SqlStatement } from './sql-statement.ts';
import { readSchemaChange } from './table-keys.ts';
import { deepestNesting, signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** Deeper texts are no SQL that anyone wrote, and every level is read anew. */
const DEEPEST_NESTING = 60;

/** Reads one statement; several come out of one with data-modifying parts. */
export function readStatement(tokens: TokenList, dialect: SqlDialect): readonly SqlStatement[] {
  const nesting = deepestNesting(tokens);
  if (nesting === undefined) return [unknownSql('its parentheses do not match')];
  if (nesting > DEEPEST_NESTING) return [unknownSql('it is nested too deeply')];
  return readBalanced(tokens, dialect);
}

type Read = (tokens: TokenList, dialect: SqlDialect) => SqlStatement;

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['INSERT', readInsert],
  ['REPLACE', readInsert],
  ['UPDATE', readUpdate],
  ['DELETE', readDelete],
  ['TRUNCATE', readTruncate],
  ['MERGE', readMerge],
  ['SELECT', readSelect],
  ['VALUES', readSelect],
  ['TABLE', readSelect],
]);

function readBalanced(tokens: TokenList, dialect: SqlDialect): readonly SqlStatement[] {
  if (signAt(tokens, 0) === '(') return [readParenthesized(tokens, dialect)];
  if (wordAt(tokens, 0) === 'WITH') return readWith(tokens, (part) => readBalanced(part, dialect));
  const read = READERS.get(wordAt(tokens, 0));
  if (read !== undefined) return [read(tokens, dialect)];
  return readControl(tokens) ?? readSchema(tokens) ?? [readRest(tokens)];
}

/** `(SELECT …) UNION (SELECT …)`. */
function readParenthesized(tokens: TokenList, dialect: SqlDialect): SqlStatement {
  const first = tokens.findIndex((token) => token.text !== '(');
  return wordsAt(tokens, first, 'SELECT|VALUES') ? readSelect(tokens, dialect) : unknownSql('it could not be read');
}

/** Tables and keys; other changes of the schema touch no row. */
function readSchema(tokens: TokenList): readonly SqlStatement[] | undefined {
  const changes = readSchemaChange(tokens);
  const statements = (changes ?? []).flatMap((change): readonly SqlStatement[] => {
    const keys = change.keys.map(({ columns }) => columns);
    if (change.effect === 'create') return [{ kind: 'create-table', table: change.table, uniqueKeys: keys }];
    return keys.map((columns) => ({ kind: 'unique-index', table: change.table, columns }));
  });
  if (statements.length > 0) return statements;
  if (!wordsAt(tokens, 0, 'CREATE|ALTER|DROP|COMMENT|GRANT|REVOKE|REINDEX')) return undefined;
  return createsFromQuery(tokens) ? [unknownSql('the CREATE stores the result of a query')] : [{ kind: 'other' }];
}

function createsFromQuery(tokens: TokenList): boolean {
  const isTable = tokens.slice(0, 4).some((token) => token.upper === 'TABLE');
  return isTable && tokens.some((_, at) => wordsAt(tokens, at, 'AS SELECT|WITH|TABLE|VALUES'));
}

/** Settings, maintenance and looking things up. */
const OTHER: ReadonlySet<string> = new Set(
  (
    'SET RESET SHOW LISTEN UNLISTEN VACUUM ANALYZE ANALYSE CLUSTER CHECKPOINT DISCARD DEALLOCATE DECLARE FETCH MOVE CLOSE LOCK UNLOCK USE ' +
    'DESCRIBE DESC PRAGMA ATTACH DETACH REFRESH FLUSH OPTIMIZE LOAD HELP KILL SECURITY'
  ).split(' '),
);

function readRest(tokens: TokenList): SqlStatement {
  const verb = wordAt(tokens, 0);
  if (verb === '') return unknownSql('its beginning is put in at run time');
  if (verb === 'EXPLAIN')
    return wordsAt(tokens, 1, 'ANALYZE') ? unknownSql('the EXPLAIN runs the statement') : { kind: 'other' };
  if (verb === 'LOAD' && wordAt(tokens, 1) === 'DATA') return unknownSql('the LOAD DATA appends rows');
  if (OTHER.has(verb)) return { kind: 'other' };
  return unknownSql(`what the ${verb} does is not known`);
}
