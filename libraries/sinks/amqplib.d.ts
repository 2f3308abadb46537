// RabbitMQ, `amqplib`. The broker stores whatever is published; a `messageId` is for the reader.

export interface ChannelModel {
  createChannel(): Promise<Channel>;
  createConfirmChannel(): Promise<ConfirmChannel>;
  close(): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
}

export interface Channel {
  /** @eos write queue non-idempotent resource=0 */
  publish(exchange: string, key: string, content: any, options?: any, callback?: any): boolean;
  /** @eos write queue non-idempotent resource=0 */
  sendToQueue(queue: string, content: any, options?: any, callback?: any): boolean;
  assertQueue(queue: string, options?: any): Promise<any>;
  assertExchange(exchange: string, type: string, options?: any): Promise<any>;
  bindQueue(queue: string, source: string, pattern: string, args?: any): Promise<any>;
  consume(queue: string, onMessage: (message: any) => void, options?: any): Promise<any>;
  /** @eos read queue resource=0 */
  get(queue: string, options?: any): Promise<any>;
  ack(message: any, allUpTo?: boolean): void;
  nack(message: any, allUpTo?: boolean, requeue?: boolean): void;
  prefetch(count: number, global?: boolean): Promise<any>;
  close(): Promise<void>;
  on(event: string, listener: (...args: any[]) => void): this;
}

export interface ConfirmChannel extends Channel {
  waitForConfirms(): Promise<void>;
}

export function connect(url: any, options?: any): Promise<ChannelModel>;
