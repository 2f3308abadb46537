// Assertions: they do nothing, or throw.

declare function assert(value: unknown, message?: string | Error): asserts value;

declare namespace assert {
  class AssertionError extends Error {
    constructor(options?: any);
  }
  function ok(value: unknown, message?: string | Error): asserts value;
  function equal(actual: unknown, expected: unknown, message?: string | Error): void;
  function notEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  function strictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  function notStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  function deepEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  function deepStrictEqual(actual: unknown, expected: unknown, message?: string | Error): void;
  function match(value: string, pattern: RegExp, message?: string | Error): void;
  function fail(message?: string | Error): never;
  function ifError(value: unknown): void;
  /** @eos calls 0 once */
  function throws(fn: () => unknown, ...rest: any[]): void;
  /** @eos calls 0 once */
  function doesNotThrow(fn: () => unknown, ...rest: any[]): void;
  /** @eos calls 0 once */
  function rejects(fn: Promise<unknown> | (() => Promise<unknown>), ...rest: any[]): Promise<void>;
  /** @eos calls 0 once */
  function doesNotReject(fn: Promise<unknown> | (() => Promise<unknown>), ...rest: any[]): Promise<void>;
  const strict: typeof assert;
}

export = assert;
