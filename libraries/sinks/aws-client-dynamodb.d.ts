// AWS SDK 3, DynamoDB.
// A put replaces the row of its primary key and an update may add; both depend on what the table's key and the expression
// say, which is not in sight here. A condition makes the put a claim (`attribute_not_exists`).

export class DynamoDBClient {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class DynamoDB extends DynamoDBClient {
  /**
   * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
   * @eos write database unknown resource=0.TableName
   */
  putItem(input: any, options?: any): Promise<any>;
  /** @eos write database unknown resource=0.TableName */
  updateItem(input: any, options?: any): Promise<any>;
  /** @eos write database idempotent resource=0.TableName */
  deleteItem(input: any, options?: any): Promise<any>;
  /** @eos read database resource=0.TableName */
  getItem(input: any, options?: any): Promise<any>;
}

/**
 * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
 * @eos write database unknown resource=0.TableName
 */
export class PutItemCommand {}

/** @eos write database unknown resource=0.TableName */
export class UpdateItemCommand {}

/** @eos write database idempotent resource=0.TableName */
export class DeleteItemCommand {}

/** @eos read database resource=0.TableName */
export class GetItemCommand {}

/** @eos read database resource=0.TableName */
export class QueryCommand {}

/** @eos read database resource=0.TableName */
export class ScanCommand {}

/** @eos write database unknown */
export class BatchWriteItemCommand {}

/**
 * @eos write database unknown
 * @eos keyed by=0.ClientRequestToken label=ClientRequestToken
 * @eos key-slot property=ClientRequestToken at=0
 */
export class TransactWriteItemsCommand {}

export class ConditionalCheckFailedException extends Error {}
export class TransactionCanceledException extends Error {}
