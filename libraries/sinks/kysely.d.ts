// Kysely 0.27 to 0.29. A builder runs when it is executed; what it does is said by the step that writes.

interface Executed extends Promise<any> {}

/** What runs a statement. */
interface Runs {
  execute(): Executed;
  executeTakeFirst(): Executed;
  executeTakeFirstOrThrow(error?: any): Executed;
}

interface Filters {
  where(...args: any[]): this;
  whereRef(...args: any[]): this;
}

interface Returns {
  returning(selection: any): this;
  returningAll(...tables: any[]): this;
}

export interface InsertQueryBuilder<D = any, T = any, O = any> extends Runs, Returns {
  /** @eos row at=0 */
  values(rows: (eb: ExpressionBuilder) => any): this;
  /** @eos row at=0 */
  values(rows: any): this;
  columns(columns: any): this;
  expression(query: any): this;
  /** @eos refine claim */
  ignore(): this;
  /** @eos refine in=0 */
  onConflict(build: (conflict: OnConflictBuilder) => any): this;
  /**
   * @eos refine idempotent
   * @eos relative in=0
   */
  onDuplicateKeyUpdate(update: any): this;
}

interface OnConflictBuilder {
  column(column: string): this;
  columns(columns: any): this;
  constraint(name: string): this;
  expression(expression: any): this;
  where(...args: any[]): this;
  /** @eos refine claim */
  doNothing(): any;
  /**
   * @eos refine idempotent
   * @eos relative in=0
   */
  doUpdateSet(update: (eb: ExpressionBuilder) => any): Filters;
  /**
   * @eos refine idempotent
   * @eos relative in=0
   */
  doUpdateSet(update: any): Filters;
}

export interface UpdateQueryBuilder<D = any, U = any, T = any, O = any> extends Runs, Filters, Returns {
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   */
  set(update: (eb: ExpressionBuilder) => any): this;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   * @eos relative in=1
   */
  set(update: any, value?: any): this;
  from(table: any): this;
  innerJoin(...args: any[]): this;
  leftJoin(...args: any[]): this;
}

export interface DeleteQueryBuilder<D = any, T = any, O = any> extends Runs, Filters, Returns {
  using(tables: any): this;
}

export interface SelectQueryBuilder<D = any, T = any, O = any> extends Runs, Filters {
  limit(limit: any): this;
  select(selection: any): this;
  selectAll(...tables: any[]): this;
  innerJoin(...args: any[]): this;
  leftJoin(...args: any[]): this;
  groupBy(columns: any): this;
  having(...args: any[]): this;
  orderBy(...args: any[]): this;
  offset(offset: any): this;
  forUpdate(...tables: any[]): this;
  skipLocked(): this;
}

interface QueryCreator {
  /** @eos write database non-idempotent resource=0 */
  insertInto(table: string): InsertQueryBuilder;
  /** @eos write database idempotent resource=0 */
  replaceInto(table: string): InsertQueryBuilder;
  updateTable(table: any): UpdateQueryBuilder;
  /** @eos write database idempotent removes resource=0 */
  deleteFrom(table: any): DeleteQueryBuilder;
  /** @eos read database resource=0 */
  selectFrom(table: any): SelectQueryBuilder;
  with(name: any, query: any): QueryCreator;
}

export class Kysely<D = any> implements QueryCreator {
  /** @eos any-connection */
  constructor(config: any);
  insertInto: QueryCreator['insertInto'];
  replaceInto: QueryCreator['replaceInto'];
  updateTable: QueryCreator['updateTable'];
  deleteFrom: QueryCreator['deleteFrom'];
  selectFrom: QueryCreator['selectFrom'];
  with: QueryCreator['with'];
  transaction(): TransactionBuilder<D>;
  withSchema(schema: string): this;
  withPlugin(plugin: any): this;
  /** @eos sql text=0 dialect=any */
  executeQuery(query: any): Promise<any>;
  destroy(): Promise<void>;
  readonly isTransaction: boolean;
  readonly schema: any;
  readonly fn: any;
}

export class Transaction<D = any> extends Kysely<D> {}

export class PostgresDialect {
  constructor(config: any);
}
export class MysqlDialect extends PostgresDialect {}
export class SqliteDialect extends PostgresDialect {}

export class TransactionBuilder<D = any> {
  setIsolationLevel(level: any): this;
  /** @eos db-transaction run=0 */
  execute<T>(run: (trx: Transaction<D>) => Promise<T>): Promise<T>;
}

/** Also what `where`, `set` and `values` hand to a function. */
export interface ExpressionBuilder<D = any, T = any> {
  /** @eos relative-value text=1 */
  (left: any, operator: string, right: any): Fragment;
  ref(column: string): any;
  val(value: any): any;
  lit(value: any): any;
  readonly fn: any;
}

/** Named, so that a fragment keeps an identity where it is used as a value. */
interface Fragment {
  $castTo<T>(): any;
}

export interface RawBuilder<O = any> extends Fragment {
  as(alias: any): any;
  /** @eos sql text=this dialect=any */
  execute(executor: any): Promise<any>;
}

export interface Sql {
  /** @eos relative-value text=0 */
  <T = any>(text: TemplateStringsArray, ...values: any[]): RawBuilder<T>;
  /** @eos relative-value text=0 */
  raw<T = any>(text: string): RawBuilder<T>;
  ref(column: string): RawBuilder;
  val(value: any): RawBuilder;
  lit(value: any): RawBuilder;
  table(table: string): RawBuilder;
  id(...ids: string[]): RawBuilder;
  join(values: any, separator?: any): RawBuilder;
}

export const sql: Sql;
export {};
