// Streams. What is handed to a stream goes on later.

import EventEmitter = require('./events');
import * as streamPromises from './stream-promises';

declare class Stream extends EventEmitter {
  pipe<T>(destination: T, options?: any): T;
}

declare namespace Stream {
  export { Stream, streamPromises as promises };

  export class Readable extends Stream {
    constructor(options?: any);
    static from(items: any, options?: any): Readable;
    read(size?: number): any;
    push(chunk: any, encoding?: string): boolean;
    pause(): this;
    resume(): this;
    unpipe(destination?: any): this;
    destroy(error?: Error): this;
    setEncoding(encoding: string): this;
    /** @eos calls 0 each */
    forEach(callback: (chunk: any, options?: any) => any, options?: any): Promise<void>;
    /** @eos calls 0 each */
    map(callback: (chunk: any, options?: any) => any, options?: any): Readable;
    /** @eos calls 0 each */
    filter(callback: (chunk: any, options?: any) => any, options?: any): Readable;
    toArray(options?: any): Promise<any[]>;
    readonly destroyed: boolean;
    readonly readableEnded: boolean;
    [Symbol.asyncIterator](): AsyncIterableIterator<any>;
  }

  export class Writable extends Stream {
    constructor(options?: any);
    /**
     * @eos calls 1 later
     * @eos calls 2 later
     */
    write(chunk: any, ...rest: any[]): boolean;
    /**
     * @eos calls 0 later
     * @eos calls 1 later
     * @eos calls 2 later
     */
    end(...rest: any[]): this;
    destroy(error?: Error): this;
    cork(): void;
    uncork(): void;
    readonly destroyed: boolean;
    readonly writableEnded: boolean;
  }

  export class Duplex extends Readable {
    /**
     * @eos calls 1 later
     * @eos calls 2 later
     */
    write(chunk: any, ...rest: any[]): boolean;
    /**
     * @eos calls 0 later
     * @eos calls 1 later
     * @eos calls 2 later
     */
    end(...rest: any[]): this;
  }

  export class Transform extends Duplex {}
  export class PassThrough extends Transform {}

  /**
   * @eos calls 1 later
   * @eos calls 2 later
   * @eos calls 3 later
   * @eos calls 4 later
   */
  export function pipeline(...streams: any[]): any;
  /**
   * @eos calls 1 later
   * @eos calls 2 later
   */
  export function finished(stream: any, ...rest: any[]): () => void;
}

export = Stream;
