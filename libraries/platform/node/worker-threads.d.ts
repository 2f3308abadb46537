// Threads: what is posted goes to other memory.

import EventEmitter = require('./events');

export class Worker extends EventEmitter {
  constructor(file: string | URL, options?: any);
  postMessage(value: any, transfer?: any): void;
  terminate(): Promise<number>;
  readonly threadId: number;
}

export class MessagePort extends EventEmitter {
  postMessage(value: any, transfer?: any): void;
  close(): void;
}

export class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}

export const parentPort: MessagePort | null;
export const workerData: any;
export const isMainThread: boolean;
/** @eos unstable process */
export const threadId: number;
