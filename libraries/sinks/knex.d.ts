// Knex 0.95 to 3. A builder runs when it is awaited; what it does is said by the step that writes.

/** @eos any-connection */
declare function knex<R = any, T = any>(config?: any): Knex<R, T>;

declare namespace knex {
  export { knex, knex as default, Knex };
}

// Up to 0.95 the default import was also the type.
interface knex<R = any, T = any> extends Knex<R, T> {}

/** A step that says where or how, not what: `where`, `join`, `returning`, `transacting`, … */
interface Steps {
  [step: string]: (...args: any[]) => Knex.QueryBuilder;
}

/** What a driver answers; named, so that a fragment keeps an identity where it is used as a value. */
interface RawResult {
  [member: string]: any;
}

interface QueryInterface {
  /** @eos write database non-idempotent resource=this row=0 */
  insert(rows: any, returning?: any, options?: any): Knex.QueryBuilder;
  /** @eos write database idempotent resource=this */
  upsert(rows: any, returning?: any, options?: any): Knex.QueryBuilder;
  /**
   * @eos write database idempotent resource=this
   * @eos relative in=0
   * @eos relative in=1
   */
  update(values: any, value?: any, returning?: any): Knex.QueryBuilder;
  /** @eos write database idempotent removes resource=this */
  delete(returning?: any): Knex.QueryBuilder;
  /** @eos write database idempotent removes resource=this */
  del(returning?: any): Knex.QueryBuilder;
  /** @eos write database idempotent resource=this */
  truncate(): Knex.QueryBuilder;
  /** @eos read database resource=this */
  select(...columns: any[]): Knex.QueryBuilder;
  /** @eos read database resource=this */
  first(...columns: any[]): Knex.QueryBuilder;
  /** @eos read database resource=this */
  pluck(column: any): Knex.QueryBuilder;
  /** @eos read database resource=this */
  count(...columns: any[]): Knex.QueryBuilder;
  /** @eos read database resource=this */
  max(...columns: any[]): Knex.QueryBuilder;
  from(table: any, options?: any): Knex.QueryBuilder;
  into(table: any, options?: any): Knex.QueryBuilder;
  table(table: any, options?: any): Knex.QueryBuilder;
  /**
   * Awaited as it is, it selects.
   *
   * @eos read database alone resource=this
   */
  where(...args: any[]): Knex.QueryBuilder;
  with(...args: any[]): Knex.QueryBuilder;
}

interface QueryMethods extends QueryInterface, Promise<any> {
  /** @eos write database non-idempotent resource=this */
  increment(column: any, amount?: number): Knex.QueryBuilder;
  /** @eos write database non-idempotent resource=this */
  decrement(column: any, amount?: number): Knex.QueryBuilder;
  onConflict(columns?: any): Knex.OnConflictQueryBuilder;
  /** @eos own-connection */
  transacting(trx: any): Knex.QueryBuilder;
}

/** @eos any-connection injected */
interface Knex<R = any, T = any> extends QueryInterface {
  <A = any, B = any>(table: any, options?: any): Knex.QueryBuilder<A, B>;
  /**
   * @eos sql text=0 dialect=any
   * @eos relative-value text=0
   */
  raw<A = any>(sql: any, ...bindings: any[]): Knex.Raw<A>;
  ref(column: string): any;
  queryBuilder(): Knex.QueryBuilder;
  /** @eos db-transaction run=0 */
  transaction<A>(run: (trx: Knex.Transaction) => Promise<A> | void, config?: any): Promise<A>;
  /** @eos db-transaction begin */
  transaction(config?: any): Promise<Knex.Transaction>;
  /** @eos own-connection */
  transactionProvider(config?: any): () => Promise<Knex.Transaction>;
  /** @eos write database non-idempotent resource=0 row=1 */
  batchInsert(table: any, rows: any, chunkSize?: number): Knex.QueryBuilder;
  destroy(callback?: any): Promise<void>;
  schema: any;
  migrate: any;
  client: any;
  fn: { now(precision?: number): any; uuid(): any };
}

declare namespace Knex {
  type QueryBuilder<A = any, B = any> = QueryMethods & Steps;
  type Config<A = any> = any;

  interface OnConflictQueryBuilder<A = any, B = any> {
    /** @eos refine claim */
    ignore(): QueryBuilder;
    /**
     * @eos refine idempotent
     * @eos relative in=0
     */
    merge(columnsOrValues?: any): QueryBuilder;
  }

  interface Raw<A = any> extends Promise<RawResult> {
    wrap(before: string, after: string): this;
    /** @eos own-connection */
    transacting(trx: any): this;
    toSQL(): any;
  }

  interface Transaction<A = any, B = any> extends Knex<A, B> {
    /** @eos db-transaction commit */
    commit(value?: any): QueryBuilder;
    /** @eos db-transaction rollback */
    rollback(error?: any): QueryBuilder;
    isCompleted(): boolean;
    /** @eos calls 0 once */
    savepoint<T>(run: (trx: Transaction) => Promise<T> | void): Promise<T>;
    executionPromise: Promise<any>;
  }
}

export = knex;
