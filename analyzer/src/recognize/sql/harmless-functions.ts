import { HOLE } from './hole.ts';
import { endsOperand, RESERVED_WORDS } from './token.ts';
import { signAt, type TokenList } from './token-lists.ts';

/** Functions that databases bring along and that change no row, besides those with a prefix below. */
const NAMES: ReadonlySet<string> = new Set(
  (
    'abs age avg bit_length cast ceil ceiling char_length clock_timestamp coalesce concat concat_ws connection_id convert count cume_dist ' +
    'current_database current_schema current_schemas current_setting current_timestamp current_user currval database date datetime decode ' +
    'dense_rank digest encode every exists extract first_value floor format found_rows gen_random_uuid get_lock greatest group_concat ' +
    'hashtext hashtextextended hex if ifnull iif inet_client_addr initcap instr is_free_lock julianday lag last_insert_id ' +
    'last_insert_rowid last_value lastval lead least left length localtime localtimestamp lower lpad ltrim make_date make_interval ' +
    'make_timestamp max md5 min mod nextval now nullif obj_description octet_length overlay position pow power printf quote_ident ' +
    'quote_literal rand random rank regexp_match regexp_replace release_lock repeat replace reverse right round row row_count row_number ' +
    'row_to_json rpad rtrim schema session_user set_config sha1 sha2 sha256 sign sleep split_part sqlite_version sqrt starts_with ' +
    'statement_timestamp strftime string_agg string_to_array substr substring sum sysdate time timeofday timestamp total_changes ' +
    'transaction_timestamp translate trim trunc txid_current typeof unhex unixepoch unix_timestamp unnest upper user utc_date ' +
    'utc_timestamp uuid uuid_to_bin bin_to_uuid values version xmlparse changes generate_series generate_subscripts hashbytes any all some'
  ).split(' '),
);

const PREFIX =
  /^(?:pg_|to_|json|array|date_|current_|has_|is_|inet|regexp_|percentile_|uuid_|st_(?!.*(?:add|update|drop))|txid_)/;

/** `pg_notify` sends something; the rest of the catalogue's functions look things up, lock or wait. */
const HARMFUL: ReadonlySet<string> = new Set(['pg_notify', 'array_to_table']);

export function isHarmlessFunction(name: string): boolean {
  return !HARMFUL.has(name) && (NAMES.has(name) || PREFIX.test(name));
}

const NO_FUNCTION = /^(?:AS|FILTER|OVER|MATERIALIZED|NUMERIC|DECIMAL|VARCHAR|CHAR|BIT|WITHIN)$/;

/** The functions that are called anywhere in a text, in lower case and without schema. */
export function callsIn(tokens: TokenList): readonly string[] {
  return tokens.flatMap((token, at) => {
    if ((token.kind !== 'word' && token.kind !== 'name') || signAt(tokens, at + 1) !== '(') return [];
    if (RESERVED_WORDS.has(token.upper) || NO_FUNCTION.test(token.upper) || token.text.includes(HOLE)) return [];
    // Behind `::` stands a type, behind an operand or `AS` an alias with its columns.
    const isCall = !endsOperand(tokens[at - 1]) && !/^(?:::|as)$/i.test(tokens[at - 1]?.text ?? '');
    return isCall ? [token.text.toLowerCase()] : [];
  });
}
