// bottleneck 2.

declare class Bottleneck {
  constructor(options?: any);
  /** @eos calls 0 once */
  schedule<R>(run: (...args: any[]) => PromiseLike<R>, ...args: any[]): Promise<R>;
  /** @eos calls 1 once */
  schedule<R>(options: object, run: (...args: any[]) => PromiseLike<R>, ...args: any[]): Promise<R>;
  /** @eos same */
  wrap<F>(fn: F): F;
  /** @eos calls 0 later */
  submit(fn: any, ...args: any[]): void;
  stop(options?: any): Promise<void>;
  disconnect(flush?: boolean): Promise<void>;
  updateSettings(options?: any): any;
  /** @eos calls 1 later */
  on(event: string, listener: (...args: any[]) => void): any;
}

declare namespace Bottleneck {
  export { Bottleneck as default };

  export class Group {
    constructor(options?: any);
    key(id: string): Bottleneck;
  }
}

export = Bottleneck;
