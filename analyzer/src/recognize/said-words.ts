import type { Knowledge } from './knowledge.ts';
import type { SaidWord } from './meaning.ts';
import { refsAt } from './path-refs.ts';
import type { Reading } from './reading.ts';
import type { SqlAssigned, SqlStatement, SqlValue } from './sql/sql-statements.ts';
import { pathsOf } from './tag.ts';
import type { Ref } from './value.ts';

/** Where the value of a statement's placeholder or hole stands. */
type RefOf = (value: SqlValue) => Ref | undefined;

/** What an insert leaves in its columns: in a row that is new, and in one that is there already. */
export function saidByInsert(
  knowledge: Knowledge,
  statement: SqlStatement & { readonly kind: 'insert' },
  refOf: RefOf,
): readonly SaidWord[] {
  const { columns, values, conflict, guarded } = statement;
  if (values === undefined) return [];
  const isUpsert = !guarded && (conflict === 'absolute-update' || conflict === 'relative-update');
  // `REPLACE` gives the row that is there nothing by itself: the new one takes its place.
  const updates = statement.updates ?? columns.map((column): SqlAssigned => ({ column, value: 'inserted' }));
  return columns.flatMap((column, i): readonly SaidWord[] => {
    const inserted = wordsOf(knowledge, values[i], refOf);
    if (!isUpsert) return inserted === undefined ? [] : [{ field: column, words: inserted, replaces: false }];
    const update = updates.find((each) => each.column === column);
    if (update === undefined)
      return inserted === undefined ? [] : [{ field: column, words: inserted, replaces: false }];
    const updated = update.value === 'inserted' ? inserted : wordsOf(knowledge, update.value, refOf);
    if (inserted === undefined || updated === undefined) return [];
    return [{ field: column, words: [...inserted, ...updated], replaces: true }];
  });
}

/** What an update leaves in the columns of each row that it finds. */
export function saidByUpdate(
  knowledge: Knowledge,
  updates: readonly SqlAssigned[],
  replaces: boolean,
  refOf: RefOf,
): readonly SaidWord[] {
  return updates.flatMap(({ column, value }) => {
    const words = value === 'inserted' ? undefined : wordsOf(knowledge, value, refOf);
    return words === undefined ? [] : [{ field: column, words, replaces }];
  });
}

/** What stands under a key of a cache from then on; a claim lets stand what is there. */
export function saidUnderKey(
  knowledge: Knowledge,
  { member, call, env }: Reading,
  claims: boolean,
): Pick<{ readonly says: readonly SaidWord[] }, 'says'> | undefined {
  const refs = member.tags
    .filter(({ verb }) => verb === 'copies')
    .flatMap((tag) => pathsOf(tag, 'value'))
    .flatMap((path) => refsAt(knowledge, call, path, env).refs);
  const words = refs.map((ref) => constantWords(knowledge, ref));
  const known = words.flatMap((each) => each ?? []);
  if (known.length === 0 || words.includes(undefined)) return undefined;
  return { says: [{ field: undefined, words: known, replaces: !claims }] };
}

/** Undefined where any of what it may be is not written out. */
function wordsOf(knowledge: Knowledge, value: SqlValue | undefined, refOf: RefOf): readonly string[] | undefined {
  if (value?.kind === 'literal') return [value.text];
  const ref = value === undefined ? undefined : refOf(value);
  return ref === undefined ? undefined : constantWords(knowledge, ref);
}

function constantWords(knowledge: Knowledge, ref: Ref): readonly string[] | undefined {
  const values = knowledge.valuesOf(ref);
  const words = values.flatMap((value) => (value.kind === 'constant' ? [String(value.value)] : []));
  return words.length === 0 || words.length < values.length ? undefined : words;
}
