// MySQL, callback interface of `mysql2` 2 and 3; `promise()` leads to the other one.
import type { Connection as PromiseConnection, Pool as PromisePool } from 'mysql2/promise';

export interface RowDataPacket {
  [column: string]: any;
}

export interface ResultSetHeader {
  affectedRows: number;
  insertId: number;
}

export type OkPacket = ResultSetHeader;

export interface Connection {
  /**
   * @eos sql text=0.sql|0 dialect=mysql
   * @eos calls 1 later
   * @eos calls 2 later
   */
  query(sql: any, values?: any, callback?: (error: any, result: any, fields: any) => any): any;
  /**
   * @eos sql text=0.sql|0 dialect=mysql
   * @eos calls 1 later
   * @eos calls 2 later
   */
  execute(sql: any, values?: any, callback?: (error: any, result: any, fields: any) => any): any;
  /**
   * @eos db-transaction begin
   * @eos calls 0 later
   */
  beginTransaction(callback: (error: any) => void): void;
  /**
   * @eos db-transaction commit
   * @eos calls 0 later
   */
  commit(callback?: (error: any) => void): void;
  /**
   * @eos db-transaction rollback
   * @eos calls 0 later
   */
  rollback(callback?: (error: any) => void): void;
  promise(): PromiseConnection;
  connect(callback?: (error: any) => void): void;
  end(callback?: (error: any) => void): void;
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
  /**
   * @eos sql text=0.sql|0 dialect=mysql connection=any
   * @eos calls 1 later
   * @eos calls 2 later
   */
  execute(sql: any, values?: any, callback?: (error: any, result: any, fields: any) => any): any;
  /** @eos calls 0 later */
  getConnection(callback: (error: any, connection: PoolConnection) => any): void;
  promise(): PromisePool;
  end(callback?: (error: any) => void): void;
  on(event: string, listener: (...args: any[]) => void): this;
}

export function createConnection(config: any): Connection;
/** @eos any-connection */
export function createPool(config: any): Pool;
export function escape(value: any): string;
export function escapeId(value: any): string;
export function format(sql: string, values?: any): string;
export function raw(sql: string): any;
