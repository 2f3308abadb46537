// Drizzle ORM, SQLite: tables, and what a database of this dialect does.

interface Builder extends Promise<any> {
  where(condition?: any): this;
  from(table: any): this;
  innerJoin(table: any, on?: any): this;
  leftJoin(table: any, on?: any): this;
  groupBy(...columns: any[]): this;
  orderBy(...columns: any[]): this;
  limit(limit: any): this;
  offset(offset: any): this;
  returning(fields?: any): this;
  prepare(): any;
  run(...args: any[]): any;
  all(...args: any[]): any;
  get(...args: any[]): any;
  execute(...args: any[]): Promise<any>;
}

interface InsertBuilder extends Builder {
  values(rows: any): this;
  select(query: any): this;
  /** @eos refine claim */
  onConflictDoNothing(config?: any): this;
  /**
   * @eos refine idempotent
   * @eos relative in=0.set
   */
  onConflictDoUpdate(config: any): this;
}

interface UpdateBuilder {
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   */
  set(values: any): Builder;
}

interface RelationalQueryBuilder {
  /** @eos read database resource=this */
  findFirst(config?: any): Promise<any>;
  /** @eos read database resource=this */
  findMany(config?: any): Promise<any>;
}

interface Queries {
  update(table: any): UpdateBuilder;
  /** @eos write database idempotent removes resource=0 */
  delete(table: any): Builder;
  /** @eos read database resource=this */
  select(fields?: any): Builder;
  /** @eos read database resource=this */
  selectDistinct(fields?: any): Builder;
}

export interface BaseSQLiteDatabase<K = any, Q = any, S = any, T = any> extends Queries {
  /** @eos write database non-idempotent resource=0 */
  insert(table: any): InsertBuilder;
  /** @eos read database resource=0 */
  $count(source: any, filters?: any): Promise<number>;
  /** @eos sql text=0 dialect=sqlite */
  run(query: any): any;
  /** @eos sql text=0 dialect=sqlite */
  all<R = any>(query: any): any;
  /** @eos sql text=0 dialect=sqlite */
  get<R = any>(query: any): any;
  /** @eos db-transaction run=0 */
  transaction<R>(run: (tx: SQLiteTransaction<K, Q, S, T>) => R, config?: any): R;
  with(...queries: any[]): Queries;
  $with(alias: string): any;
  query: { [table: string]: RelationalQueryBuilder };
}

export interface SQLiteTransaction<K = any, Q = any, S = any, T = any> extends BaseSQLiteDatabase<K, Q, S, T> {
  rollback(): never;
}

export interface SQLiteTable {
  [column: string]: any;
}

export const sqliteTable: (name: string, columns: any, extra?: any) => SQLiteTable;

type Column = (...args: any[]) => any;
export const integer: Column, text: Column, real: Column, blob: Column, numeric: Column;
export const index: Column, uniqueIndex: Column, primaryKey: Column, unique: Column, foreignKey: Column;

export {};
