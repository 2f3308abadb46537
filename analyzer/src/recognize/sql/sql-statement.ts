/** The grammar to read a text by; `any` where the library leaves the database open. */
export type SqlDialect = 'postgresql' | 'mysql' | 'sqlite' | 'any';

/** What a statement puts into a column or compares it with. */
export type SqlValue =
  /** `index` counts parameters from 0; named ones in the order of their first appearance. */
  | { readonly kind: 'placeholder'; readonly index: number; readonly name?: string }
  /** `index` counts the holes of the whole text from 0, those in strings and comments included. */
  | { readonly kind: 'hole'; readonly index: number }
  | { readonly kind: 'literal'; readonly text: string }
  /** Depends on the clock. */
  | { readonly kind: 'now' }
  /** Fresh at every execution: a random source or a sequence. */
  | { readonly kind: 'random' }
  | { readonly kind: 'other' };

export interface SqlEquality {
  readonly column: string;
  readonly value: SqlValue;
}

/** What an update gives a column; `inserted` is what the row brought that is there already: `EXCLUDED.status`. */
export interface SqlAssigned {
  readonly column: string;
  readonly value: SqlValue | 'inserted';
}

export interface SqlInsert {
  readonly kind: 'insert';
  readonly table?: string;
  /** Empty when the statement names none, or when they are put in at run time. */
  readonly columns: readonly string[];
  /** The first row, aligned with `columns`; undefined when it cannot be aligned. */
  readonly values: readonly SqlValue[] | undefined;
  /** What happens to a row that is there already. */
  readonly conflict: 'none' | 'ignore' | 'absolute-update' | 'relative-update';
  /** What a row that is there already gets; undefined where it gets nothing, or all of the new one. */
  readonly updates?: readonly SqlAssigned[];
  /** The columns that `ON CONFLICT (…)` names; empty for a constraint's name or an expression. */
  readonly conflictTarget: readonly string[];
  readonly selectsFrom: boolean;
  /** The rows are selected `WHERE NOT EXISTS (… the same table …)`. */
  readonly whereNotExists: boolean;
  /**
   * A second execution changes nothing by the statement's own condition: it selects from what an `INSERT … ON CONFLICT
   * DO NOTHING RETURNING` of the same statement returned, or its `DO UPDATE … WHERE` no longer holds.
   */
  readonly guarded: boolean;
}

export interface SqlUpdate {
  readonly kind: 'update';
  readonly table?: string;
  readonly assignments: 'absolute' | 'relative';
  readonly setColumns: readonly string[];
  readonly updates: readonly SqlAssigned[];
  readonly where: readonly SqlEquality[];
  /** A second execution matches no row: a compare-and-set (`SET version = version + 1 WHERE version = $2`), or as for an insert. */
  readonly guarded: boolean;
}

/** Also `TRUNCATE`. */
export interface SqlDelete {
  readonly kind: 'delete';
  readonly table?: string;
  readonly where: readonly SqlEquality[];
}

export interface SqlMerge {
  readonly kind: 'merge';
  readonly table?: string;
  readonly effect: 'absolute' | 'relative' | 'unknown';
}

export interface SqlSelect {
  readonly kind: 'select';
  readonly tables: readonly string[];
  readonly where: readonly SqlEquality[];
  readonly forUpdate: boolean;
}

export interface SqlCreateTable {
  readonly kind: 'create-table';
  readonly table: string;
  readonly uniqueKeys: readonly (readonly string[])[];
}

/** A unique index or constraint that is added to a table. */
export interface SqlUniqueIndex {
  readonly kind: 'unique-index';
  readonly table: string;
  readonly columns: readonly string[];
}

export interface SqlUnknown {
  readonly kind: 'unknown';
  readonly because: string;
}

/** Names are folded to lower case, without schema and quotes; `where` holds the equalities that every row must meet. */
export type SqlStatement =
  | SqlInsert
  | SqlUpdate
  | SqlDelete
  | SqlMerge
  | SqlSelect
  | SqlCreateTable
  | SqlUniqueIndex
  | { readonly kind: 'begin' }
  | { readonly kind: 'commit' }
  | { readonly kind: 'rollback' }
  /** `SAVEPOINT`, `RELEASE` and `ROLLBACK TO`: the transaction goes on. */
  | { readonly kind: 'savepoint' }
  /** Changes no row: settings, maintenance, schema. */
  | { readonly kind: 'other' }
  | SqlUnknown;

export function unknownSql(because: string): SqlUnknown {
  return { kind: 'unknown', because };
}
