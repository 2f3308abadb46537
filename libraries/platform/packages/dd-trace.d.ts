// dd-trace 4 and 5: callbacks run at once, inside a span.

declare const tracer: tracer.Tracer;

declare namespace tracer {
  interface Tracer {
    init(options?: any): this;
    use(plugin: any, config?: any): this;
    /** @eos calls 1 once */
    trace<T>(name: string, run: (span?: Span, done?: (error?: Error) => void) => T): T;
    /** @eos calls 2 once */
    trace<T>(name: string, options: object, run: (span?: Span, done?: (error?: Error) => void) => T): T;
    wrap<F>(name: string, fn: F): F;
    wrap<F>(name: string, options: object, fn: F): F;
    startSpan(name: string, options?: any): Span;
    scope(): Scope;
    inject(context: any, format: string, carrier: any): void;
    extract(format: string, carrier: any): any;
    readonly dogstatsd: any;
    readonly tracer: Tracer;
    readonly default: Tracer;
  }

  interface Scope {
    active(): Span | null;
    /** @eos calls 1 once */
    activate<T>(span: Span, run: () => T): T;
    /** @eos same */
    bind<F>(fn: F, span?: Span | null): F;
  }

  interface Span {
    setTag(key: string, value: any): this;
    addTags(tags: any): this;
    context(): any;
    finish(time?: number): void;
  }
}

export = tracer;
