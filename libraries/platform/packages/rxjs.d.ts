// rxjs 7. What is observed runs its callbacks, and waits for no promise that they give.

export interface Subscription {
  unsubscribe(): void;
}

export interface Observer<T> {
  next: (value: T) => void;
  error: (error: any) => void;
  complete: () => void;
}

export class Observable<T = any> {
  constructor(subscribe?: (subscriber: any) => any);
  pipe(...operators: any[]): Observable<any>;
  /**
   * @eos calls 0 each
   * @eos calls 0.next each
   */
  subscribe(...observer: any[]): Subscription;
  /** @eos calls 0 each */
  forEach(next: (value: T) => void): Promise<void>;
  toPromise(): Promise<T | undefined>;
}

export class Subject<T = any> extends Observable<T> {
  next(value: T): void;
  error(error: any): void;
  complete(): void;
  asObservable(): Observable<T>;
}
export class BehaviorSubject<T = any> extends Subject<T> {
  constructor(value: T);
  getValue(): T;
}
export class ReplaySubject<T = any> extends Subject<T> {}

export interface OperatorFunction<T, R> {
  (source: Observable<T>): Observable<R>;
}

export function firstValueFrom<T = any>(source: any, config?: any): Promise<T>;
export function lastValueFrom<T = any>(source: any, config?: any): Promise<T>;

export function of(...values: any[]): Observable<any>;
export function from(input: any): Observable<any>;
/** @eos calls 0 once */
export function defer(factory: () => any): Observable<any>;
export function throwError(error: any): Observable<never>;
export function forkJoin(...sources: any[]): Observable<any>;
export function merge(...sources: any[]): Observable<any>;
export function concat(...sources: any[]): Observable<any>;
export function interval(period?: number): Observable<number>;
export function timer(due: any, period?: any): Observable<number>;
export const EMPTY: Observable<never>;

export {
  map,
  tap,
  mergeMap,
  concatMap,
  switchMap,
  exhaustMap,
  catchError,
  filter,
  timeout,
  retry,
  finalize,
} from './rxjs-operators';
