// MySQL, `mysql` 2: callbacks only.

type Done = (error: any) => void;

export interface Connection {
  /**
   * @eos sql text=0.sql|0 dialect=mysql
   * @eos calls 1 later
   * @eos calls 2 later
   */
  query(sql: any, values?: any, callback?: (error: any, result: any, fields: any) => any): any;
  /**
   * @eos db-transaction begin
   * @eos calls 0 later
   * @eos calls 1 later
   */
  beginTransaction(options?: Done | object, callback?: Done): void;
  /**
   * @eos db-transaction commit
   * @eos calls 0 later
   * @eos calls 1 later
   */
  commit(options?: Done | object, callback?: Done): void;
  /**
   * @eos db-transaction rollback
   * @eos calls 0 later
   * @eos calls 1 later
   */
  rollback(options?: Done | object, callback?: Done): void;
  connect(callback?: Done): void;
  end(callback?: Done): void;
  destroy(): void;
  on(event: string, listener: (...args: any[]) => void): this;
}

export interface PoolConnection extends Connection {
  release(): void;
}

/** @eos any-connection */
export interface Pool {
  /**
   * @eos sql text=0.sql|0 dialect=mysql connection=any
   * @eos calls 1 later
   * @eos calls 2 later
   */
  query(sql: any, values?: any, callback?: (error: any, result: any, fields: any) => any): any;
  /** @eos calls 0 later */
  getConnection(callback: (error: any, connection: PoolConnection) => any): void;
  end(callback?: Done): void;
  on(event: string, listener: (...args: any[]) => void): this;
}

export function createConnection(config: any): Connection;
/** @eos any-connection */
export function createPool(config: any): Pool;
export function escape(value: any, stringifyObjects?: boolean, timeZone?: string): string;
export function escapeId(value: any, forbidQualified?: boolean): string;
export function format(sql: string, values?: any, stringifyObjects?: boolean, timeZone?: string): string;
export function raw(sql: string): any;

export {};
