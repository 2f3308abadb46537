// AWS SDK 2. A call makes a request, which `promise()`, `send()` or a callback carries out.

type Callback = (error: any, data: any) => void;

interface Request {
  promise(): Promise<any>;
  send(callback?: Callback): any;
  on(event: string, listener: (...args: any[]) => void): this;
}

declare namespace AWS {
  const config: any;
  class Config {
    constructor(options?: any);
  }
  class Credentials {
    constructor(options?: any, ...more: any[]);
  }

  /** An object is known by its key: whether a put is repeatable is the question where that key comes from. */
  class S3 {
    constructor(options?: any);
    /**
     * @eos write object-store non-idempotent resource=0.Bucket
     * @eos keyed by=0.Key label=Key
     * @eos calls 1 later
     */
    putObject(params: any, callback?: Callback): Request;
    /**
     * @eos write object-store non-idempotent resource=0.Bucket
     * @eos keyed by=0.Key label=Key
     * @eos calls 1 later
     * @eos calls 2 later
     */
    upload(params: any, options?: Callback | object, callback?: Callback): Request;
    /**
     * @eos write object-store non-idempotent resource=0.Bucket
     * @eos keyed by=0.Key label=Key
     * @eos calls 1 later
     */
    copyObject(params: any, callback?: Callback): Request;
    /**
     * @eos write object-store idempotent resource=0.Bucket
     * @eos calls 1 later
     */
    deleteObject(params: any, callback?: Callback): Request;
    /**
     * @eos read object-store resource=0.Key
     * @eos calls 1 later
     */
    getObject(params: any, callback?: Callback): Request;
    /**
     * @eos read object-store resource=0.Key
     * @eos calls 1 later
     */
    headObject(params: any, callback?: Callback): Request;
  }

  class SES {
    constructor(options?: any);
    /**
     * @eos write person non-idempotent
     * @eos calls 1 later
     */
    sendEmail(params: any, callback?: Callback): Request;
    /**
     * @eos write person non-idempotent
     * @eos calls 1 later
     */
    sendRawEmail(params: any, callback?: Callback): Request;
    /**
     * @eos write person non-idempotent
     * @eos calls 1 later
     */
    sendTemplatedEmail(params: any, callback?: Callback): Request;
  }

  /** A phone number makes it a text message; a FIFO topic knows its deduplication ids. */
  class SNS {
    constructor(options?: any);
    /**
     * @eos when 0.PhoneNumber write person non-idempotent
     * @eos write queue non-idempotent resource=0.TopicArn
     * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
     * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
     * @eos calls 1 later
     */
    publish(params: any, callback?: Callback): Request;
  }

  /** A FIFO queue knows its deduplication ids. */
  class SQS {
    constructor(options?: any);
    /**
     * @eos write queue non-idempotent resource=0.QueueUrl
     * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
     * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
     * @eos calls 1 later
     */
    sendMessage(params: any, callback?: Callback): Request;
    /**
     * @eos write queue non-idempotent resource=0.QueueUrl
     * @eos keyed by=0.Entries.*.MessageDeduplicationId label=MessageDeduplicationId
     * @eos calls 1 later
     */
    sendMessageBatch(params: any, callback?: Callback): Request;
    /**
     * @eos write queue idempotent resource=0.QueueUrl
     * @eos calls 1 later
     */
    deleteMessage(params: any, callback?: Callback): Request;
  }

  class DynamoDB {
    constructor(options?: any);
    /**
     * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
     * @eos write database unknown resource=0.TableName
     * @eos calls 1 later
     */
    putItem(params: any, callback?: Callback): Request;
    /**
     * @eos write database unknown resource=0.TableName
     * @eos calls 1 later
     */
    updateItem(params: any, callback?: Callback): Request;
    /**
     * @eos write database idempotent removes resource=0.TableName
     * @eos calls 1 later
     */
    deleteItem(params: any, callback?: Callback): Request;
    /**
     * @eos read database resource=0.TableName
     * @eos calls 1 later
     */
    getItem(params: any, callback?: Callback): Request;
  }

  namespace DynamoDB {
    /** What a put or an update changes depends on the table's key and on the expression, which is not in sight here. */
    class DocumentClient {
      constructor(options?: any);
      /**
       * @eos when 0.ConditionExpression claim database key=0.Item resource=0.TableName
       * @eos write database unknown resource=0.TableName
       * @eos calls 1 later
       */
      put(params: any, callback?: Callback): Request;
      /**
       * @eos write database unknown resource=0.TableName
       * @eos calls 1 later
       */
      update(params: any, callback?: Callback): Request;
      /**
       * @eos write database idempotent removes resource=0.TableName
       * @eos calls 1 later
       */
      delete(params: any, callback?: Callback): Request;
      /**
       * @eos read database resource=0.TableName
       * @eos calls 1 later
       */
      get(params: any, callback?: Callback): Request;
      /**
       * @eos read database resource=0.TableName
       * @eos calls 1 later
       */
      query(params: any, callback?: Callback): Request;
      /**
       * @eos read database resource=0.TableName
       * @eos calls 1 later
       */
      scan(params: any, callback?: Callback): Request;
      /**
       * @eos write database unknown
       * @eos calls 1 later
       */
      batchWrite(params: any, callback?: Callback): Request;
      /**
       * @eos write database unknown
       * @eos keyed by=0.ClientRequestToken label=ClientRequestToken
       * @eos calls 1 later
       */
      transactWrite(params: any, callback?: Callback): Request;
    }
  }
}

export = AWS;
