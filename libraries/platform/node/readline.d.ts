// Lines of a stream.

import EventEmitter = require('./events');

export class Interface extends EventEmitter {
  /**
   * @eos calls 1 later
   * @eos calls 2 later
   */
  question(query: string, ...rest: any[]): void;
  write(data: any, key?: any): void;
  prompt(preserveCursor?: boolean): void;
  setPrompt(prompt: string): void;
  pause(): this;
  resume(): this;
  close(): void;
  [Symbol.asyncIterator](): AsyncIterableIterator<string>;
}

export function createInterface(...args: any[]): Interface;
export const promises: any;
