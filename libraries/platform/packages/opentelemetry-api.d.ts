// @opentelemetry/api 1: callbacks run at once, inside a context.

export interface Span {
  setAttribute(key: string, value: any): this;
  setAttributes(attributes: Attributes): this;
  addEvent(name: string, ...rest: any[]): this;
  setStatus(status: SpanStatus): this;
  updateName(name: string): this;
  recordException(error: any, time?: any): void;
  end(time?: any): void;
  isRecording(): boolean;
  spanContext(): SpanContext;
}

export interface SpanContext {
  /** @eos unstable random */
  traceId: string;
  /** @eos unstable random */
  spanId: string;
  traceFlags: number;
}

export interface SpanStatus {
  code: SpanStatusCode;
  message?: string;
}

export interface SpanOptions {
  kind?: SpanKind;
  attributes?: Attributes;
}

export interface Attributes {
  [key: string]: any;
}

export interface Context {
  getValue(key: symbol): unknown;
  setValue(key: symbol, value: unknown): Context;
  deleteValue(key: symbol): Context;
}

export interface Tracer {
  startSpan(name: string, options?: SpanOptions, context?: Context): Span;
  /** @eos calls 1 once */
  startActiveSpan<F extends (span: Span) => unknown>(name: string, run: F): ReturnType<F>;
  /** @eos calls 2 once */
  startActiveSpan<F extends (span: Span) => unknown>(name: string, options: SpanOptions, run: F): ReturnType<F>;
  /** @eos calls 3 once */
  startActiveSpan<F extends (span: Span) => unknown>(
    name: string,
    options: SpanOptions,
    context: Context,
    run: F,
  ): ReturnType<F>;
}

export class ContextAPI {
  active(): Context;
  /** @eos calls 1 once */
  with<F extends (...args: any[]) => any>(context: Context, run: F, self?: any, ...args: any[]): ReturnType<F>;
  bind<T>(context: Context, target: T): T;
}

export class TraceAPI {
  getTracer(name: string, version?: string, options?: any): Tracer;
  getSpan(context: Context): Span | undefined;
  getActiveSpan(): Span | undefined;
  setSpan(context: Context, span: Span): Context;
  deleteSpan(context: Context): Context;
  setSpanContext(context: Context, spanContext: SpanContext): Context;
  getSpanContext(context: Context): SpanContext | undefined;
}

export class PropagationAPI {
  inject(context: Context, carrier: any, setter?: any): void;
  extract(context: Context, carrier: any, getter?: any): Context;
}

export class MetricsAPI {
  getMeter(name: string, version?: string, options?: any): any;
}

export class DiagAPI {
  setLogger(logger: any, options?: any): boolean;
  /** @eos log */
  error(message: string, ...args: unknown[]): void;
  /** @eos log */
  info(message: string, ...args: unknown[]): void;
}

export const context: ContextAPI;
export const trace: TraceAPI;
export const propagation: PropagationAPI;
export const metrics: MetricsAPI;
export const diag: DiagAPI;
export const ROOT_CONTEXT: Context;
export function createContextKey(description: string): symbol;

export enum SpanKind {
  INTERNAL = 0,
  SERVER = 1,
  CLIENT = 2,
  PRODUCER = 3,
  CONSUMER = 4,
}

export enum SpanStatusCode {
  UNSET = 0,
  OK = 1,
  ERROR = 2,
}
