// Timers that are awaited: the code behind them runs in order.

export function setTimeout<T = void>(ms?: number, value?: T, options?: any): Promise<T>;
export function setImmediate<T = void>(value?: T, options?: any): Promise<T>;
export function setInterval<T = void>(ms?: number, value?: T, options?: any): AsyncIterable<T>;
export const scheduler: { wait(ms?: number, options?: any): Promise<void>; yield(): Promise<void> };
