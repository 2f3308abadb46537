// AWS SDK 3, DynamoDB document client.
// A put replaces the row of its primary key and an update may add; both depend on what the table's key and the expression
// say, which is not in sight here. A condition makes the put a claim (`attribute_not_exists`).

export class DynamoDBDocumentClient {
  static from(client: any, translate?: any): DynamoDBDocumentClient;
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
}

/**
 * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
 * @eos write database unknown resource=0.TableName
 */
export class PutCommand {}

/** @eos write database unknown resource=0.TableName */
export class UpdateCommand {}

/** @eos write database idempotent resource=0.TableName */
export class DeleteCommand {}

/** @eos read database resource=0.TableName */
export class GetCommand {}

/** @eos read database resource=0.TableName */
export class QueryCommand {}

/** @eos read database resource=0.TableName */
export class ScanCommand {}

/** @eos write database unknown */
export class BatchWriteCommand {}

/**
 * @eos write database unknown
 * @eos keyed by=0.ClientRequestToken label=ClientRequestToken
 * @eos key-slot property=ClientRequestToken at=0
 */
export class TransactWriteCommand {}

export class DynamoDBDocument extends DynamoDBDocumentClient {
  static from(client: any, translate?: any): DynamoDBDocument;
  /**
   * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
   * @eos write database unknown resource=0.TableName
   */
  put(input: any, ...more: any[]): Promise<any>;
  /** @eos write database unknown resource=0.TableName */
  update(input: any, ...more: any[]): Promise<any>;
  /** @eos write database idempotent removes resource=0.TableName */
  delete(input: any, ...more: any[]): Promise<any>;
  /** @eos read database resource=0.TableName */
  get(input: any, ...more: any[]): Promise<any>;
  /** @eos read database resource=0.TableName */
  query(input: any, ...more: any[]): Promise<any>;
  /** @eos write database unknown */
  batchWrite(input: any, ...more: any[]): Promise<any>;
  /**
   * @eos write database unknown
   * @eos keyed by=0.ClientRequestToken label=ClientRequestToken
   * @eos key-slot property=ClientRequestToken at=0
   */
  transactWrite(input: any, ...more: any[]): Promise<any>;
}
