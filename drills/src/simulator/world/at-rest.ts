import { nextTick } from 'node:process';

/**
 * Node gets to a next tick that was asked for in a microtask when all microtasks have run, those included that they have
 * led to.
 */
export function whenAtRest(run: () => void): void {
  void settled.then(() => {
    nextTick(run);
  });
}

const settled = Promise.resolve();

export function never<T>(): Promise<T> {
  return new Promise<T>(() => undefined);
}
