// PostgreSQL, `postgres` (postgres.js) 3: the tagged template is the query.

/** @eos any-connection */
declare function postgres(url?: any, options?: any): postgres.Sql;

declare namespace postgres {
  interface PendingQuery<T = any> extends Promise<T> {
    simple(): this;
    execute(): this;
    values(): this;
    raw(): this;
    cursor(...args: any[]): AsyncIterable<any>;
    /** @eos calls 0 each */
    forEach(callback: (row: any) => void): Promise<any>;
  }

  interface ISql {
    /** @eos sql text=0 dialect=postgresql */
    <T = any>(template: TemplateStringsArray, ...parameters: any[]): PendingQuery<T>;
    /** Values for a fragment: rows of an insert, columns of an update, an identifier. */
    (first: any, ...rest: any[]): any;
    /** @eos sql text=0 dialect=postgresql */
    unsafe<T = any>(query: string, parameters?: any[], options?: any): PendingQuery<T>;
    file<T = any>(path: string, parameters?: any, options?: any): PendingQuery<T>;
    json(value: any): any;
    array(value: any[], type?: number): any;
  }

  interface Sql extends ISql {
    /** @eos db-transaction run=0 */
    begin<T>(run: (sql: TransactionSql) => T | Promise<T>): Promise<T>;
    /** @eos db-transaction run=1 */
    begin<T>(options: string, run: (sql: TransactionSql) => T | Promise<T>): Promise<T>;
    /** @eos own-connection */
    reserve(): Promise<ReservedSql>;
    listen(channel: string, onNotify: (value: string) => void, onListen?: () => void): Promise<any>;
    /** @eos write queue non-idempotent resource=0 */
    notify(channel: string, payload: string): Promise<any>;
    end(options?: any): Promise<void>;
    options: any;
  }

  interface TransactionSql extends ISql {
    /** @eos calls 0 once */
    savepoint<T>(run: (sql: TransactionSql) => T | Promise<T>): Promise<T>;
    /** @eos calls 1 once */
    savepoint<T>(name: string, run: (sql: TransactionSql) => T | Promise<T>): Promise<T>;
  }

  interface ReservedSql extends Sql {
    release(): void;
  }

  class PostgresError extends Error {
    code: string;
    constraint_name?: string;
  }
}

export = postgres;
