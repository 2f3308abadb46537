// rxjs 7: the operators that run what they are handed for every value.

import type { OperatorFunction } from './rxjs';

/** @eos calls 0 once */
export function map(project: (value: any, index: number) => any): OperatorFunction<any, any>;
/**
 * @eos calls 0 once
 * @eos calls 0.next once
 */
export function tap(observer?: any): OperatorFunction<any, any>;
/** @eos calls 0 once */
export function mergeMap(project: (value: any, index: number) => any, concurrent?: number): OperatorFunction<any, any>;
/** @eos calls 0 once */
export function concatMap(project: (value: any, index: number) => any): OperatorFunction<any, any>;
/** @eos calls 0 once */
export function switchMap(project: (value: any, index: number) => any): OperatorFunction<any, any>;
/** @eos calls 0 once */
export function exhaustMap(project: (value: any, index: number) => any): OperatorFunction<any, any>;
export function catchError(selector: (error: any, caught: any) => any): OperatorFunction<any, any>;
export function filter(predicate: (value: any, index: number) => any): OperatorFunction<any, any>;
export function timeout(config: any): OperatorFunction<any, any>;
export function retry(config?: any): OperatorFunction<any, any>;
export function finalize(callback: () => void): OperatorFunction<any, any>;
