import type { LibraryStub } from '../facts/library-stub.ts';
import { testStubs } from './library-stubs.ts';
import { someClient } from './some-client.ts';

/** A made-up Kafka library that hands messages over as streams, to callbacks and to decorated methods. */
const streamStub: LibraryStub = {
  specifier: 'stream-kafka',
  packageName: 'stream-kafka',
  role: 'kafka',
  fileName: '/stubs/stream-kafka.d.ts',
  profile: { ...someClient, afterThrow: 'the stream ends', failedSettlement: 'still-open' },
  text: `
export interface GroupOptions {
  /** @eos option group-id */
  'group.id'?: string;
  /** @eos option auto-commit default=true */
  'auto.commit'?: boolean;
  /** @eos option read-uncommitted default=false on=dirty,0 */
  isolation?: string | number;
  /** @eos options */
  block?: {
    /** @eos option group-id */
    groupId?: string;
    /** @eos option auto-commit default=true */
    autoCommit?: boolean;
  };
}
export class Group {
  /** @eos create-consumer options=0 */
  constructor(options: GroupOptions);
  /** @eos subscribe topic=0.topics.* options=0 */
  open(options: { topics: string[];
    /** @eos option auto-commit default=true */
    commit?: boolean;
    /** @eos option read-uncommitted default=false on=dirty,0 */
    isolation?: string | number }): Promise<Stream>;
  /** @eos consume each-batch=1 */
  fetch(count: number, callback: (error: Error | null, messages: Message[]) => void): void;
  /** @eos when 0=data consume each-message=1 */
  on(event: 'data', listener: (message: Message) => void): this;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): this;
}
export class Stream {
  /** @eos iterate each-message */
  [Symbol.asyncIterator](): AsyncIterableIterator<Message>;
}
/** @eos message */
export interface Message {
  key: string;
  offset: number;
  /** @eos commit-offsets */
  commit(): Promise<void>;
}
export class Sender {
  /** @eos create-producer options=0 */
  constructor(options?: {
    /** @eos option transactional-id */
    id?: string });
  /** @eos produce when-open topic=0 */
  send(topic: string, value: any): void;
  /**
   * @eos begin
   * @eos calls 0 back
   */
  begin(callback: (error: Error | null) => void): void;
  /**
   * @eos commit
   * @eos calls 0 1 back
   */
  commit(timeout: any, callback?: (error: Error | null) => void): void;
  /** @eos abort */
  abort(): void;
  /** @eos is-settled */
  readonly done: boolean;
}
/** @eos handle topic=0 */
export function On(topic: string): any;
/** @eos message */
export function Body(): any;
/**
 * @eos when 0.from=kafka create-consumer decorated options=0.group suffix=-app
 * @eos when 0.from=mail other-source
 */
export function start(options: { from: string; group?: GroupOptions }): void;
`,
};

export const streamStubs: readonly LibraryStub[] = [...testStubs, streamStub];
