// MySQL, promise interface of `mysql2` 2 and 3.

export interface RowDataPacket {
  [column: string]: any;
}

export interface ResultSetHeader {
  affectedRows: number;
  insertId: number;
}

export type OkPacket = ResultSetHeader;
export type FieldPacket = any;

export interface Connection {
  /** @eos sql text=0.sql|0 dialect=mysql */
  query<T = any>(sql: any, values?: any): Promise<[T, FieldPacket[]]>;
  /** @eos sql text=0.sql|0 dialect=mysql */
  execute<T = any>(sql: any, values?: any): Promise<[T, FieldPacket[]]>;
  /** @eos db-transaction begin */
  beginTransaction(): Promise<void>;
  /** @eos db-transaction commit */
  commit(): Promise<void>;
  /** @eos db-transaction rollback */
  rollback(): Promise<void>;
  connect(): Promise<void>;
  ping(): Promise<void>;
  end(options?: any): Promise<void>;
  destroy(): void;
  on(event: string, listener: (...args: any[]) => void): this;
  escape(value: any): string;
  format(sql: string, values?: any): string;
}

export interface PoolConnection extends Connection {
  release(): void;
}

/** @eos any-connection */
export interface Pool {
  /** @eos sql text=0.sql|0 dialect=mysql connection=any */
  query<T = any>(sql: any, values?: any): Promise<[T, FieldPacket[]]>;
  /** @eos sql text=0.sql|0 dialect=mysql connection=any */
  execute<T = any>(sql: any, values?: any): Promise<[T, FieldPacket[]]>;
  /** @eos own-connection */
  getConnection(): Promise<PoolConnection>;
  end(): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
  escape(value: any): string;
  format(sql: string, values?: any): string;
}

export interface PoolCluster {
  getConnection(pattern?: string, selector?: string): Promise<PoolConnection>;
  end(): Promise<void>;
}

export function createConnection(config: any): Promise<Connection>;
/** @eos any-connection */
export function createPool(config: any): Pool;
export function createPoolCluster(config?: any): PoolCluster;
export function escape(value: any): string;
export function escapeId(value: any): string;
export function format(sql: string, values?: any): string;
export function raw(sql: string): any;
