// ClickHouse 0 and 1. A table keeps a row that is inserted twice, unless its engine drops repeated blocks or the insert
// has a token of its own.

export interface ClickHouseClient {
  /**
   * @eos write database non-idempotent resource=0.table
   * @eos keyed by=0.clickhouse_settings.insert_deduplication_token label=insert_deduplication_token
   */
  insert(params: any): Promise<any>;
  /** @eos read database */
  query(params: any): Promise<any>;
  /** @eos write database unknown */
  command(params: any): Promise<any>;
  /** @eos write database unknown */
  exec(params: any): Promise<any>;
  ping(params?: any): Promise<any>;
  close(): Promise<void>;
}

export function createClient(config?: any): ClickHouseClient;
