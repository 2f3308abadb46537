// Google Cloud Pub/Sub, `@google-cloud/pubsub` 3 to 5. Whatever is published is a message of its own: an `orderingKey`
// keeps messages in order, and an attribute is for the reader.

export class PubSub {
  constructor(options?: any);
  topic(name: string, options?: any): Topic;
  subscription(name: string, options?: any): any;
  close(): Promise<void>;
}

export class Topic {
  readonly name: string;
  /** @eos write queue non-idempotent resource=this */
  publishMessage(message: any, callback?: any): Promise<string>;
  /** @eos write queue non-idempotent resource=this */
  publish(data: any, attributes?: any, callback?: any): Promise<string>;
  /** @eos write queue non-idempotent resource=this */
  publishJSON(json: any, attributes?: any, callback?: any): Promise<string>;
  setPublishOptions(options: any): void;
  resumePublishing(orderingKey: string): void;
  flush(): Promise<void>;
  subscription(name: string, options?: any): any;
}
