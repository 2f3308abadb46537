// What Node puts into every file.

declare namespace NodeJS {
  interface ProcessEnv {
    [name: string]: string | undefined;
  }

  interface HRTime {
    /** @eos unstable clock */
    (time?: [number, number]): [number, number];
    /** @eos unstable clock */
    bigint(): bigint;
  }

  interface Process {
    /** @eos env */
    readonly env: ProcessEnv;
    /** @eos env */
    readonly argv: string[];
    /** @eos env */
    readonly execArgv: string[];
    /** @eos unstable process */
    readonly pid: number;
    /** @eos unstable process */
    readonly ppid: number;
    readonly hrtime: HRTime;
    /** @eos env */
    readonly platform: string;
    /** @eos env */
    readonly arch: string;
    /** @eos env */
    readonly version: string;
    /** @eos env */
    readonly versions: { [name: string]: string };
    /** @eos env */
    readonly execPath: string;
    readonly stdin: any;
    readonly stdout: WriteStream;
    readonly stderr: WriteStream;
    exitCode?: number | string | null;
    /** @eos unstable clock */
    uptime(): number;
    /** @eos env */
    cwd(): string;
    /** @eos unstable process */
    memoryUsage(): { rss: number; heapTotal: number; heapUsed: number };
    /** @eos unstable process */
    cpuUsage(previous?: any): { user: number; system: number };
    /** @eos exit */
    exit(code?: number | string | null): never;
    /** @eos exit */
    abort(): never;
    kill(pid: number, signal?: string | number): true;
    /** @eos calls 0 later */
    nextTick<A extends any[]>(callback: (...args: A) => void, ...args: A): void;
    /** @eos calls 1 later */
    on(event: string | symbol, listener: (...args: any[]) => void): this;
    /** @eos calls 1 later */
    once(event: string | symbol, listener: (...args: any[]) => void): this;
    off(event: string | symbol, listener: (...args: any[]) => void): this;
    /** @eos calls 1 later */
    addListener(event: string | symbol, listener: (...args: any[]) => void): this;
    removeListener(event: string | symbol, listener: (...args: any[]) => void): this;
    removeAllListeners(event?: string | symbol): this;
    /** @eos log */
    emitWarning(warning: string | Error, ...options: any[]): void;
    send?(message: any, ...rest: any[]): boolean;
  }

  interface WriteStream {
    /** @eos log */
    write(text: string | Uint8Array, ...rest: any[]): boolean;
    end(...rest: any[]): this;
    readonly isTTY: boolean;
  }

  interface Timeout {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    refresh(): this;
    [Symbol.toPrimitive](): number;
  }

  interface Immediate {
    ref(): this;
    unref(): this;
  }

  interface ErrnoException extends Error {
    code?: string;
    errno?: number;
    path?: string;
    syscall?: string;
  }

  interface Require {
    (id: string): any;
    resolve(id: string, options?: any): string;
    cache: any;
    main: Module | undefined;
  }

  interface Module {
    exports: any;
    id: string;
    filename: string;
    require(id: string): any;
  }

  type Timer = Timeout;
  type Signals = string;
  type Global = typeof globalThis;
}

type NodeModule = NodeJS.Module;
type NodeRequire = NodeJS.Require;
type BufferEncoding = string;

declare var process: NodeJS.Process;
declare var global: typeof globalThis;
declare var require: NodeJS.Require;
declare var module: NodeJS.Module;
declare var exports: any;
/** @eos env */
declare var __dirname: string;
/** @eos env */
declare var __filename: string;

interface Buffer<B extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<B> {
  /** @eos pure */
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  /** @eos pure */
  toJSON(): { type: 'Buffer'; data: number[] };
  /** @eos pure */
  equals(other: Uint8Array): boolean;
  /** @eos pure */
  compare(other: Uint8Array, ...range: number[]): number;
  /** @eos pure */
  includes(value: any, from?: number, encoding?: BufferEncoding): boolean;
  /** @eos pure */
  indexOf(value: any, from?: number, encoding?: any): number;
  /** @eos pure */
  slice(start?: number, end?: number): Buffer;
  /** @eos pure */
  subarray(start?: number, end?: number): Buffer;
  copy(target: Uint8Array, ...range: number[]): number;
  write(text: string, ...rest: any[]): number;
  /** @eos pure */
  readInt8(offset?: number): number;
  /** @eos pure */
  readUInt8(offset?: number): number;
  /** @eos pure */
  readInt16BE(offset?: number): number;
  /** @eos pure */
  readUInt16BE(offset?: number): number;
  /** @eos pure */
  readUInt16LE(offset?: number): number;
  /** @eos pure */
  readInt32BE(offset?: number): number;
  /** @eos pure */
  readInt32LE(offset?: number): number;
  /** @eos pure */
  readUInt32BE(offset?: number): number;
  /** @eos pure */
  readUInt32LE(offset?: number): number;
  /** @eos pure */
  readBigInt64BE(offset?: number): bigint;
  /** @eos pure */
  readBigUInt64BE(offset?: number): bigint;
  /** @eos pure */
  readDoubleBE(offset?: number): number;
  writeUInt8(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeBigInt64BE(value: bigint, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
}

interface BufferConstructor {
  /** @eos pure */
  from(data: any, encoding?: any, length?: number): Buffer;
  /** @eos pure */
  of(...bytes: number[]): Buffer;
  /** @eos pure */
  alloc(size: number, fill?: any, encoding?: BufferEncoding): Buffer;
  allocUnsafe(size: number): Buffer;
  /** @eos pure */
  concat(list: readonly Uint8Array[], length?: number): Buffer;
  /** @eos pure */
  compare(a: Uint8Array, b: Uint8Array): -1 | 0 | 1;
  /** @eos pure */
  byteLength(data: any, encoding?: BufferEncoding): number;
  /** @eos pure */
  isBuffer(value: any): value is Buffer;
  /** @eos pure */
  isEncoding(encoding: string): boolean;
  readonly prototype: Buffer;
}

declare var Buffer: BufferConstructor;
