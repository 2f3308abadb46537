// Bytes.

interface ArrayBuffer {
  readonly byteLength: number;
  /** @eos pure */
  slice(start?: number, end?: number): ArrayBuffer;
}

interface ArrayBufferConstructor {
  /** @eos pure */
  new (length: number): ArrayBuffer;
  /** @eos pure */
  isView(value: any): boolean;
  readonly prototype: ArrayBuffer;
}

declare var ArrayBuffer: ArrayBufferConstructor;

interface SharedArrayBuffer {
  readonly byteLength: number;
  /** @eos pure */
  slice(start?: number, end?: number): SharedArrayBuffer;
}

interface SharedArrayBufferConstructor {
  /** @eos pure */
  new (length: number): SharedArrayBuffer;
  readonly prototype: SharedArrayBuffer;
}

declare var SharedArrayBuffer: SharedArrayBufferConstructor;

type ArrayBufferLike = ArrayBuffer | SharedArrayBuffer;

interface ArrayBufferView<B = ArrayBufferLike> {
  buffer: B;
  byteLength: number;
  byteOffset: number;
}

declare namespace NodeJS {
  interface TypedArray<E, B = ArrayBufferLike> extends ArrayBufferView<B> {
    readonly length: number;
    [index: number]: E;
    /** @eos pure */
    at(index: number): E | undefined;
    /**
     * @eos calls 0 each
     * @eos pure
     */
    every(callback: (value: E, index: number) => unknown): boolean;
    /** @eos pure */
    fill(value: E, start?: number, end?: number): this;
    /**
     * @eos calls 0 each
     * @eos pure
     */
    filter(callback: (value: E, index: number) => unknown): this;
    /**
     * @eos calls 0 each
     * @eos pure
     */
    find(callback: (value: E, index: number) => unknown): E | undefined;
    /** @eos calls 0 each */
    forEach(callback: (value: E, index: number) => void): void;
    /** @eos pure */
    includes(value: E, from?: number): boolean;
    /** @eos pure */
    indexOf(value: E, from?: number): number;
    /** @eos pure */
    join(separator?: string): string;
    /**
     * @eos calls 0 each
     * @eos pure
     */
    map(callback: (value: E, index: number) => E): this;
    /**
     * @eos calls 0 each
     * @eos pure
     */
    reduce<U>(callback: (sum: U, value: E, index: number) => U, start: U): U;
    /** @eos pure */
    reverse(): this;
    set(values: ArrayLike<E>, offset?: number): void;
    /** @eos pure */
    slice(start?: number, end?: number): any;
    /** @eos pure */
    sort(compare?: (a: E, b: E) => number): this;
    /** @eos pure */
    subarray(start?: number, end?: number): any;
    /** @eos pure */
    toString(): string;
    /** @eos pure */
    entries(): ArrayIterator<[number, E]>;
    /** @eos pure */
    keys(): ArrayIterator<number>;
    /** @eos pure */
    values(): ArrayIterator<E>;
    [Symbol.iterator](): ArrayIterator<E>;
  }

  interface TypedArrayConstructor<E, A> {
    /** @eos pure */
    new (length?: number): A;
    /** @eos pure */
    new (values: Iterable<E> | ArrayLike<E>): A;
    /** @eos pure */
    new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): A;
    /** @eos pure */
    from(values: Iterable<E> | ArrayLike<E>): A;
    /**
     * @eos calls 1 each
     * @eos pure
     */
    from<T>(values: Iterable<T> | ArrayLike<T>, callback: (value: T, index: number) => E): A;
    /** @eos pure */
    of(...values: E[]): A;
    readonly BYTES_PER_ELEMENT: number;
    readonly prototype: A;
  }
}

interface Uint8Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Uint8ClampedArray<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Uint16Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Uint32Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Int8Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Int16Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Int32Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Float32Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface Float64Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<number, B> {}
interface BigInt64Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<bigint, B> {}
interface BigUint64Array<B extends ArrayBufferLike = ArrayBufferLike> extends NodeJS.TypedArray<bigint, B> {}

declare var Uint8Array: NodeJS.TypedArrayConstructor<number, Uint8Array>;
declare var Uint8ClampedArray: NodeJS.TypedArrayConstructor<number, Uint8ClampedArray>;
declare var Uint16Array: NodeJS.TypedArrayConstructor<number, Uint16Array>;
declare var Uint32Array: NodeJS.TypedArrayConstructor<number, Uint32Array>;
declare var Int8Array: NodeJS.TypedArrayConstructor<number, Int8Array>;
declare var Int16Array: NodeJS.TypedArrayConstructor<number, Int16Array>;
declare var Int32Array: NodeJS.TypedArrayConstructor<number, Int32Array>;
declare var Float32Array: NodeJS.TypedArrayConstructor<number, Float32Array>;
declare var Float64Array: NodeJS.TypedArrayConstructor<number, Float64Array>;
declare var BigInt64Array: NodeJS.TypedArrayConstructor<bigint, BigInt64Array>;
declare var BigUint64Array: NodeJS.TypedArrayConstructor<bigint, BigUint64Array>;

interface DataView<B extends ArrayBufferLike = ArrayBufferLike> extends ArrayBufferView<B> {
  /** @eos pure */
  getInt8(offset: number): number;
  /** @eos pure */
  getUint8(offset: number): number;
  /** @eos pure */
  getInt16(offset: number, littleEndian?: boolean): number;
  /** @eos pure */
  getUint16(offset: number, littleEndian?: boolean): number;
  /** @eos pure */
  getInt32(offset: number, littleEndian?: boolean): number;
  /** @eos pure */
  getUint32(offset: number, littleEndian?: boolean): number;
  /** @eos pure */
  getBigInt64(offset: number, littleEndian?: boolean): bigint;
  /** @eos pure */
  getBigUint64(offset: number, littleEndian?: boolean): bigint;
  /** @eos pure */
  getFloat32(offset: number, littleEndian?: boolean): number;
  /** @eos pure */
  getFloat64(offset: number, littleEndian?: boolean): number;
  setUint8(offset: number, value: number): void;
  setUint16(offset: number, value: number, littleEndian?: boolean): void;
  setUint32(offset: number, value: number, littleEndian?: boolean): void;
  setInt32(offset: number, value: number, littleEndian?: boolean): void;
  setBigInt64(offset: number, value: bigint, littleEndian?: boolean): void;
  setBigUint64(offset: number, value: bigint, littleEndian?: boolean): void;
}

interface DataViewConstructor {
  /** @eos pure */
  new (buffer: ArrayBufferLike, byteOffset?: number, byteLength?: number): DataView;
  readonly prototype: DataView;
}

declare var DataView: DataViewConstructor;

interface Atomics {
  /** @eos unstable counter */
  add(array: any, index: number, value: number): number;
  /** @eos unstable counter */
  sub(array: any, index: number, value: number): number;
  /** @eos unstable counter */
  load(array: any, index: number): number;
  store(array: any, index: number, value: number): number;
  wait(array: any, index: number, value: number, timeout?: number): string;
  notify(array: any, index: number, count?: number): number;
}

declare var Atomics: Atomics;
