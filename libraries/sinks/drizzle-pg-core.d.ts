// Drizzle ORM, PostgreSQL: tables, and what a database of this dialect does.

interface Builder extends Promise<any> {
  where(condition?: any): this;
  innerJoin(table: any, on?: any): this;
  leftJoin(table: any, on?: any): this;
  groupBy(...columns: any[]): this;
  orderBy(...columns: any[]): this;
  limit(limit: any): this;
  offset(offset: any): this;
  for(strength: string, config?: any): this;
  returning(fields?: any): this;
  prepare(name: string): any;
  execute(...args: any[]): Promise<any>;
}

interface SelectBuilder {
  /** @eos read database resource=0 */
  from(table: any): Builder;
}

interface InsertBuilder extends Builder {
  /** @eos row at=0 */
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
  select(fields?: any): SelectBuilder;
  selectDistinct(fields?: any): SelectBuilder;
}

export interface PgDatabase<Q = any, S = any, T = any> extends Queries {
  /** @eos write database non-idempotent resource=0 */
  insert(table: any): InsertBuilder;
  /** @eos read database resource=0 */
  $count(source: any, filters?: any): Promise<number>;
  /** @eos sql text=0 dialect=postgresql */
  execute<R = any>(query: any): Promise<any>;
  /** @eos db-transaction run=0 */
  transaction<R>(run: (tx: PgTransaction<Q, S, T>) => Promise<R>, config?: any): Promise<R>;
  with(...queries: any[]): Queries;
  $with(alias: string): any;
  query: { [table: string]: RelationalQueryBuilder };
}

export interface PgTransaction<Q = any, S = any, T = any> extends PgDatabase<Q, S, T> {
  rollback(): never;
}

export interface PgTable {
  [column: string]: any;
}

/** @eos table columns=1 indexes=2 */
export function pgTable(name: string, columns: any, extra?: any): PgTable;
export const pgSchema: (name: string) => any;
export const pgEnum: (name: string, values: any) => any;

interface ColumnBuilder {
  /** @eos unique-column */
  primaryKey(config?: any): this;
  /** @eos unique-column */
  unique(name?: string, config?: any): this;
  notNull(): this;
  default(value: any): this;
  references(column: any, actions?: any): this;
  [method: string]: any;
}

interface UniqueBuilder {
  /** @eos unique-columns at=* */
  on(...columns: any[]): any;
}

type Column = (...args: any[]) => ColumnBuilder;
export const integer: Column, bigint: Column, smallint: Column, serial: Column, bigserial: Column, numeric: Column;
export const text: Column, varchar: Column, char: Column, uuid: Column, boolean: Column, real: Column;
export const doublePrecision: Column, json: Column, jsonb: Column, timestamp: Column, date: Column, time: Column;
export const index: (...args: any[]) => any, foreignKey: (...args: any[]) => any;
export const uniqueIndex: (name?: string) => UniqueBuilder, unique: (name?: string, config?: any) => UniqueBuilder;
/**
 * @eos when 0.columns unique-columns at=0.columns
 * @eos unique-columns at=*
 */
export function primaryKey(...config: any[]): any;

export {};
