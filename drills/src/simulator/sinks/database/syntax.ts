export type SqlValue = string | number | boolean | null;

/** A row; columns in lower case. */
export type Row = Readonly<Record<string, SqlValue>>;

export type Expression =
  | { readonly kind: 'value'; readonly value: SqlValue }
  /** `$1` is parameter 0. */
  | { readonly kind: 'parameter'; readonly index: number }
  /** `excluded` is the row that an upsert could not insert. */
  | { readonly kind: 'column'; readonly name: string; readonly excluded: boolean }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'is-null'; readonly of: Expression }
  | { readonly kind: 'in'; readonly of: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'exists'; readonly select: Select };

export interface Assignment {
  readonly column: string;
  readonly value: Expression;
}

/** `*`, or an expression under the name that the result gives it. */
export interface Column {
  readonly name: string;
  readonly value: Expression | 'all';
}

export interface Conflict {
  /** The columns named; undefined for any unique key. */
  readonly target: readonly string[] | undefined;
  /** Undefined for DO NOTHING. */
  readonly set: readonly Assignment[] | undefined;
}

export interface Insert {
  readonly kind: 'insert';
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Expression[])[];
  /** Of `INSERT … SELECT … WHERE`: nothing is inserted unless it holds. */
  readonly guard?: Expression;
  readonly conflict?: Conflict;
  readonly returning: readonly Column[];
}

export interface Update {
  readonly kind: 'update';
  readonly table: string;
  readonly set: readonly Assignment[];
  readonly where?: Expression;
  readonly returning: readonly Column[];
}

export interface Delete {
  readonly kind: 'delete';
  readonly table: string;
  readonly where?: Expression;
  readonly returning: readonly Column[];
}

export interface Select {
  readonly kind: 'select';
  readonly table?: string;
  readonly columns: readonly Column[];
  readonly where?: Expression;
  readonly locks: boolean;
}

export interface CreateTable {
  readonly kind: 'create-table';
  readonly table: string;
  readonly unique: readonly (readonly string[])[];
}

export interface Control {
  readonly kind: 'begin' | 'commit' | 'rollback' | 'savepoint' | 'rollback-to' | 'release' | 'nothing';
  readonly name: string;
}

export type Write = Insert | Update | Delete;
export type Statement = Write | Select | CreateTable | Control;
