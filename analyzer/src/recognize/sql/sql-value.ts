import { someExpression, type Expression } from './expression.ts';
import { HOLE } from './hole.ts';
import type { SqlValue } from './sql-statement.ts';
import type { Token } from './token.ts';

const OTHER: SqlValue = { kind: 'other' };

const CLOCK_NAMES: ReadonlySet<string> = new Set(
  (
    'now current_timestamp current_date current_time localtimestamp localtime clock_timestamp statement_timestamp transaction_timestamp ' +
    'timeofday sysdate curdate curtime utc_timestamp utc_date utc_time unix_timestamp unixepoch getdate getutcdate sysdatetime'
  ).split(' '),
);
/** SQLite reads the clock in these when it is told `'now'`, or nothing. */
const CLOCK_ON_REQUEST = /^(?:date|time|datetime|julianday|strftime|unixepoch)$/;

const RANDOM_NAMES: ReadonlySet<string> = new Set(
  (
    'random rand randomblob gen_random_uuid gen_random_bytes uuid uuid_short uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 ' +
    'uuidv4 uuidv7 uuid_v7 newid newsequentialid nextval random_bytes nanoid ulid generate_ulid gen_ulid'
  ).split(' '),
);

/** A value that depends on one parameter only is as good a key as the parameter. */
const KEEPS_KEY: ReadonlySet<string> = new Set(
  (
    'uuid_to_bin bin_to_uuid unhex hex decode encode md5 sha1 sha2 sha256 sha512 digest lower upper trim to_json to_jsonb to_timestamp ' +
    'from_unixtime text uuid_generate_v3 uuid_generate_v5 row'
  ).split(' '),
);

/** What an expression puts in; undefined stands for one that could not be read. */
export function valueOf(expression: Expression | undefined): SqlValue {
  if (expression === undefined) return OTHER;
  if (expression.kind === 'token') return valueOfToken(expression.token);
  if (expression.kind === 'literal') return { kind: 'literal', text: expression.text };
  if (expression.kind === 'list' && expression.items.length === 1) return valueOf(expression.items[0]);
  if (someExpression(expression, isRandom)) return { kind: 'random' };
  if (someExpression(expression, isClock)) return { kind: 'now' };
  return signedNumber(expression) ?? keptKey(expression) ?? OTHER;
}

function valueOfToken(token: Token): SqlValue {
  switch (token.kind) {
    case 'placeholder':
      return token.text === '??' ? OTHER : placeholder(token);
    case 'hole':
      return { kind: 'hole', index: token.index };
    case 'string':
      if (token.text === HOLE) return { kind: 'hole', index: token.index };
      return token.text.includes(HOLE) ? OTHER : { kind: 'literal', text: token.text };
    case 'number':
      return { kind: 'literal', text: token.text };
    case 'word':
      return token.upper === 'DEFAULT' ? OTHER : { kind: 'literal', text: token.text.toLowerCase() };
    default:
      return OTHER;
  }
}

function placeholder(token: Token): SqlValue {
  const { index, parameter } = token;
  return { kind: 'placeholder', index, ...(parameter === undefined ? {} : { name: parameter }) };
}

function isRandom(part: Expression): boolean {
  return part.kind === 'call' && RANDOM_NAMES.has(part.name);
}

function isClock(part: Expression): boolean {
  if (part.kind === 'column') return part.qualifier === undefined && CLOCK_NAMES.has(part.name);
  if (part.kind !== 'call') return false;
  if (CLOCK_NAMES.has(part.name)) return true;
  return CLOCK_ON_REQUEST.test(part.name) && (part.args.length === 0 || part.args.some(isNowLiteral));
}

function isNowLiteral(argument: Expression): boolean {
  return argument.kind === 'token' && argument.token.kind === 'string' && argument.token.text.toLowerCase() === 'now';
}

function signedNumber(expression: Expression): SqlValue | undefined {
  if (expression.kind !== 'operator' || expression.operands.length !== 1) return undefined;
  const operand = valueOf(expression.operands[0]);
  if (operand.kind !== 'literal' || !/^[+-]$/.test(expression.operator)) return undefined;
  return expression.operator === '-' ? { kind: 'literal', text: `-${operand.text}` } : operand;
}

function keptKey(expression: Expression): SqlValue | undefined {
  if (expression.kind !== 'call' || !KEEPS_KEY.has(expression.name)) return undefined;
  const values = expression.args.map(valueOf).filter((value) => value.kind !== 'literal');
  return values.length === 1 ? values[0] : undefined;
}
