// async-mutex 0. Locks keep calls of one process apart, and nothing else.

export interface MutexInterface {
  acquire(priority?: number): Promise<() => void>;
  /** @eos calls 0 once */
  runExclusive<T>(run: () => Promise<T> | T, priority?: number): Promise<T>;
  waitForUnlock(priority?: number): Promise<void>;
  isLocked(): boolean;
  release(): void;
  cancel(): void;
}

export interface SemaphoreInterface {
  acquire(weight?: number, priority?: number): Promise<[number, () => void]>;
  /** @eos calls 0 once */
  runExclusive<T>(run: (value: number) => Promise<T> | T, weight?: number, priority?: number): Promise<T>;
  waitForUnlock(weight?: number, priority?: number): Promise<void>;
  isLocked(): boolean;
  getValue(): number;
  release(weight?: number): void;
  cancel(): void;
}

export class Mutex implements MutexInterface {
  constructor(cancelError?: Error);
  acquire(priority?: number): Promise<() => void>;
  /** @eos calls 0 once */
  runExclusive<T>(run: () => Promise<T> | T, priority?: number): Promise<T>;
  waitForUnlock(priority?: number): Promise<void>;
  isLocked(): boolean;
  release(): void;
  cancel(): void;
}

export class Semaphore implements SemaphoreInterface {
  constructor(value: number, cancelError?: Error);
  acquire(weight?: number, priority?: number): Promise<[number, () => void]>;
  /** @eos calls 0 once */
  runExclusive<T>(run: (value: number) => Promise<T> | T, weight?: number, priority?: number): Promise<T>;
  waitForUnlock(weight?: number, priority?: number): Promise<void>;
  isLocked(): boolean;
  getValue(): number;
  release(weight?: number): void;
  cancel(): void;
}

/** @eos same */
export function withTimeout<M>(lock: M, ms: number, error?: Error): M;
/** @eos same */
export function tryAcquire<M>(lock: M, error?: Error): M;
export const E_TIMEOUT: Error;
export const E_ALREADY_LOCKED: Error;
export const E_CANCELED: Error;
