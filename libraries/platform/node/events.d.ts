// Emitters: a listener runs later, and nobody waits for what it returns.

declare class EventEmitter<T = any> {
  constructor(options?: any);
  /**
   * @eos calls 1 later
   * @eos listen name=0 listener=1
   */
  on(event: string | symbol, listener: (...args: any[]) => void): this;
  /**
   * @eos calls 1 later
   * @eos listen name=0 listener=1
   */
  once(event: string | symbol, listener: (...args: any[]) => void): this;
  /**
   * @eos calls 1 later
   * @eos listen name=0 listener=1
   */
  addListener(event: string | symbol, listener: (...args: any[]) => void): this;
  /**
   * @eos calls 1 later
   * @eos listen name=0 listener=1
   */
  prependListener(event: string | symbol, listener: (...args: any[]) => void): this;
  /**
   * @eos calls 1 later
   * @eos listen name=0 listener=1
   */
  prependOnceListener(event: string | symbol, listener: (...args: any[]) => void): this;
  off(event: string | symbol, listener: (...args: any[]) => void): this;
  removeListener(event: string | symbol, listener: (...args: any[]) => void): this;
  removeAllListeners(event?: string | symbol): this;
  /** @eos emit name=0 */
  emit(event: string | symbol, ...args: any[]): boolean;
  listenerCount(event: string | symbol, listener?: Function): number;
  listeners(event: string | symbol): Function[];
  eventNames(): (string | symbol)[];
  setMaxListeners(count: number): this;
  getMaxListeners(): number;
}

declare namespace EventEmitter {
  export { EventEmitter };
  export function once(emitter: any, event: string | symbol, options?: any): Promise<any[]>;
  export function on(emitter: any, event: string | symbol, options?: any): AsyncIterableIterator<any[]>;
  export let defaultMaxListeners: number;
}

export = EventEmitter;
