// Errors.

interface ErrorOptions {
  cause?: unknown;
}

interface Error {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}

interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
  captureStackTrace(target: object, constructor?: Function): void;
  isError(value: unknown): value is Error;
  stackTraceLimit: number;
}

declare var Error: ErrorConstructor;

interface TypeError extends Error {}
interface RangeError extends Error {}
interface SyntaxError extends Error {}
interface ReferenceError extends Error {}
interface EvalError extends Error {}
interface URIError extends Error {}

interface AggregateError extends Error {
  errors: any[];
}

declare var TypeError: ErrorConstructor;
declare var RangeError: ErrorConstructor;
declare var SyntaxError: ErrorConstructor;
declare var ReferenceError: ErrorConstructor;
declare var EvalError: ErrorConstructor;
declare var URIError: ErrorConstructor;
declare var AggregateError: {
  new (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  readonly prototype: AggregateError;
};
