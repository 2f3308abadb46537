import type { SqlStatement } from './sql-statement.ts';
import { wordAt, wordsAt, type TokenList } from './token-lists.ts';

const BEGIN: SqlStatement = { kind: 'begin' };
const SAVEPOINT: SqlStatement = { kind: 'savepoint' };

/** How a transaction may be begun; anything else behind `BEGIN` is a block of a procedural language. */
const MODES: ReadonlySet<string> = new Set(
  (
    'WORK TRANSACTION TRAN DEFERRED IMMEDIATE EXCLUSIVE CONCURRENT ISOLATION LEVEL SERIALIZABLE REPEATABLE READ COMMITTED UNCOMMITTED ' +
    'SNAPSHOT ONLY WRITE NOT DEFERRABLE WITH CONSISTENT'
  ).split(' '),
);

const ENDS: ReadonlySet<string> = new Set('WORK TRANSACTION TRAN AND NO CHAIN RELEASE'.split(' '));

/** Words of transaction control; undefined for any other statement. `AND CHAIN` begins the next transaction. */
export function readControl(tokens: TokenList): readonly SqlStatement[] | undefined {
  switch (wordAt(tokens, 0)) {
    case 'BEGIN':
      return beginning(tokens, 1);
    case 'START':
      return wordAt(tokens, 1) === 'TRANSACTION' ? beginning(tokens, 2) : undefined;
    case 'COMMIT':
    case 'END':
      return ending(tokens, { kind: 'commit' });
    case 'ROLLBACK':
    case 'ABORT':
      return isPartial(tokens) ? [SAVEPOINT] : ending(tokens, { kind: 'rollback' });
    case 'SAVEPOINT':
    case 'RELEASE':
      return [SAVEPOINT];
    default:
      return undefined;
  }
}

function beginning(tokens: TokenList, from: number): readonly SqlStatement[] | undefined {
  return hasOnly(tokens, from, MODES) ? [BEGIN] : undefined;
}

function ending(tokens: TokenList, end: SqlStatement): readonly SqlStatement[] | undefined {
  if (!hasOnly(tokens, 1, ENDS)) return undefined;
  return wordsAt(tokens, tokens.length - 2, 'AND CHAIN') ? [end, BEGIN] : [end];
}

/** `ROLLBACK TO x` takes back a part of the transaction only. */
function isPartial(tokens: TokenList): boolean {
  return wordsAt(tokens, 1, 'TO') || wordsAt(tokens, 1, 'WORK|TRANSACTION TO');
}

/** A value that is put in (`ISOLATION LEVEL ${level}`) and commas are fine. */
function hasOnly(tokens: TokenList, from: number, words: ReadonlySet<string>): boolean {
  return tokens
    .slice(from)
    .every((token) => (token.kind === 'word' ? words.has(token.upper) : token.kind === 'hole' || token.text === ','));
}
