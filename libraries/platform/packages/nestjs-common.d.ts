// @nestjs/common: filters of exceptions, which stand between a handler and its transport, and what they are given.

type Decorator = (...target: any[]) => any;

/** @eos injects token=0 */
export function Inject(token?: any): Decorator;
/** @eos filters at=* */
export function UseFilters(...filters: any[]): Decorator;
/** @eos provides at=0.providers.* token=0.provide value=0.useClass|0.useValue|0.useExisting|0.useFactory.() */
export function Module(metadata: any): (target: any) => any;
/** @eos catches at=* */
export function Catch(...exceptions: any[]): Decorator;

export interface ArgumentsHost {
  switchToRpc(): RpcArgumentsHost;
  switchToHttp(): any;
  getArgByIndex<T = any>(index: number): T;
  getType<T extends string = string>(): T;
}

interface RpcArgumentsHost {
  /** @eos message */
  getData<T = any>(): T;
  getContext<T = any>(): T;
}

export interface ExceptionFilter<T = any> {
  catch(exception: T, host: ArgumentsHost): any;
}

export interface RpcExceptionFilter<T = any, R = any> {
  catch(exception: T, host: ArgumentsHost): any;
}

export {};
