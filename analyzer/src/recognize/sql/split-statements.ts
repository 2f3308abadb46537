import type { Token } from './token.ts';
import { signAt, wordAt, wordsAt, type TokenList } from './token-lists.ts';

/** The statements between the semicolons. A routine's body `BEGIN … END` belongs to the `CREATE` that it is in. */
export function splitStatements(tokens: TokenList): readonly TokenList[] {
  const statements: TokenList[] = [];
  let start = 0;
  let routine = false;
  let depth = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (at === start) routine = createsRoutine(tokens, at);
    if (routine) depth = Math.max(0, depth + blockStep(tokens, at));
    if (depth > 0 || signAt(tokens, at) !== ';') continue;
    push(statements, tokens.slice(start, at));
    start = at + 1;
  }
  push(statements, tokens.slice(start));
  return statements;
}

function push(statements: TokenList[], statement: readonly Token[]): void {
  if (statement.length > 0) statements.push(statement);
}

const CREATED_THING = /^(?:TABLE|INDEX|VIEW|SEQUENCE|TYPE|EXTENSION|SCHEMA|DATABASE|TRIGGER|PROCEDURE|FUNCTION|EVENT)$/;
const MODIFIERS_BEFORE_THING = 8;

function createsRoutine(tokens: TokenList, at: number): boolean {
  if (wordAt(tokens, at) !== 'CREATE') return false;
  const words = tokens.slice(at + 1, at + 1 + MODIFIERS_BEFORE_THING).map((token) => token.upper);
  return /^(?:TRIGGER|PROCEDURE|FUNCTION|EVENT)$/.test(words.find((word) => CREATED_THING.test(word)) ?? '');
}

function blockStep(tokens: TokenList, at: number): number {
  const word = wordAt(tokens, at);
  if (word === 'BEGIN') return 1;
  if (word === 'CASE') return wordAt(tokens, at - 1) === 'END' ? 0 : 1;
  return word === 'END' && !wordsAt(tokens, at + 1, 'IF|LOOP|WHILE|REPEAT') ? -1 : 0;
}
