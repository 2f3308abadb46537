// AWS SDK 3, SNS. A phone number makes it a text message; a FIFO topic knows its deduplication ids.

export class SNSClient {
  constructor(config?: any);
  /** @eos command at=0 */
  send(command: any, options?: any): Promise<any>;
  destroy(): void;
  readonly config: any;
}

export class SNS extends SNSClient {
  /**
   * @eos when 0.PhoneNumber write person non-idempotent
   * @eos write queue non-idempotent resource=0.TopicArn
   * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
   * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
   */
  publish(input: any, options?: any): Promise<any>;
  /**
   * @eos write queue non-idempotent resource=0.TopicArn
   * @eos keyed by=0.PublishBatchRequestEntries.*.MessageDeduplicationId label=MessageDeduplicationId
   */
  publishBatch(input: any, options?: any): Promise<any>;
}

/**
 * @eos when 0.PhoneNumber write person non-idempotent
 * @eos write queue non-idempotent resource=0.TopicArn
 * @eos keyed by=0.MessageDeduplicationId label=MessageDeduplicationId
 * @eos when 0.MessageGroupId key-slot property=MessageDeduplicationId at=0
 */
export class PublishCommand {}

/**
 * @eos write queue non-idempotent resource=0.TopicArn
 * @eos keyed by=0.PublishBatchRequestEntries.*.MessageDeduplicationId label=MessageDeduplicationId
 */
export class PublishBatchCommand {}

/** @eos write queue idempotent resource=0.TopicArn */
export class SubscribeCommand {}
