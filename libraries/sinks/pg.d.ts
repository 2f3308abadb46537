// PostgreSQL, `pg` 8: what a query does stands in its text.

export interface QueryResult<R = any> {
  rows: R[];
  rowCount: number | null;
  command: string;
  oid: number;
  fields: any[];
}

export interface QueryConfig {
  text: string;
  values?: any[];
  name?: string;
}

export class ClientBase {
  connect(callback?: any): Promise<any>;
  /** @eos sql text=0.text|0 dialect=postgresql */
  query<R = any, I = any>(text: any, values?: readonly any[] | null): Promise<QueryResult<R>>;
  /**
   * @eos sql text=0.text|0 dialect=postgresql
   * @eos calls 1 later
   */
  query<R = any>(text: any, callback: (error: any, result: QueryResult<R>) => void): void;
  /**
   * @eos sql text=0.text|0 dialect=postgresql
   * @eos calls 2 later
   */
  query<R = any>(text: any, values: any, callback: (error: any, result: QueryResult<R>) => void): void;
  on(event: string, listener: (...args: any[]) => void): this;
  escapeIdentifier(text: string): string;
  escapeLiteral(text: string): string;
}

export class Client extends ClientBase {
  constructor(config?: any);
  end(callback?: any): Promise<void>;
}

export interface PoolClient extends ClientBase {
  release(error?: any): void;
}

/** @eos any-connection */
export class Pool {
  /** @eos any-connection */
  constructor(config?: any);
  /** @eos own-connection */
  connect(): Promise<PoolClient>;
  /**
   * @eos calls 0 later
   * @eos own-connection
   */
  connect(callback: (error: any, client: PoolClient, release: (error?: any) => void) => void): void;
  /** @eos sql text=0.text|0 dialect=postgresql connection=any */
  query<R = any, I = any>(text: any, values?: readonly any[] | null): Promise<QueryResult<R>>;
  /**
   * @eos sql text=0.text|0 dialect=postgresql connection=any
   * @eos calls 1 later
   */
  query<R = any>(text: any, callback: (error: any, result: QueryResult<R>) => void): void;
  /**
   * @eos sql text=0.text|0 dialect=postgresql connection=any
   * @eos calls 2 later
   */
  query<R = any>(text: any, values: any, callback: (error: any, result: QueryResult<R>) => void): void;
  end(callback?: any): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

export class DatabaseError extends Error {
  code: string | undefined;
  constraint: string | undefined;
  detail: string | undefined;
  table: string | undefined;
}

export interface PoolConfig {
  [option: string]: any;
}

export interface ClientConfig {
  [option: string]: any;
}

export const types: any;
export const defaults: any;
