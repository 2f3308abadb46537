// AWS SDK 3, SQS. A FIFO queue knows its deduplication ids.

export class SQSClient {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class SQS extends SQSClient {
  /**
   * @eos write queue non-idempotent resource=0.QueueUrl
   * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
   * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
   */
  sendMessage(input: any, options?: any): Promise<any>;
  /**
   * @eos write queue non-idempotent resource=0.QueueUrl
   * @eos keyed by=0.Entries.*.MessageDeduplicationId label=MessageDeduplicationId
   */
  sendMessageBatch(input: any, options?: any): Promise<any>;
  /** @eos write queue idempotent resource=0.QueueUrl */
  deleteMessage(input: any, options?: any): Promise<any>;
}

/**
 * @eos write queue non-idempotent resource=0.QueueUrl
 * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
 * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
 */
export class SendMessageCommand {}

/**
 * @eos write queue non-idempotent resource=0.QueueUrl
 * @eos keyed by=0.Entries.*.MessageDeduplicationId label=MessageDeduplicationId
 */
export class SendMessageBatchCommand {}

/** @eos write queue idempotent resource=0.QueueUrl */
export class DeleteMessageCommand {}

/** @eos write queue idempotent resource=0.QueueUrl */
export class DeleteMessageBatchCommand {}

/** @eos write queue idempotent resource=0.QueueUrl */
export class ChangeMessageVisibilityCommand {}

/** @eos read queue resource=0.QueueUrl */
export class ReceiveMessageCommand {}
