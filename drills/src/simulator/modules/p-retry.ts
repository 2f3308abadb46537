import { field, isCallback, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { packaged } from './requests.ts';

/** The library `p-retry`: ten more attempts unless told otherwise. Waiting takes virtual time. */
export function pRetry(process: SimulatedProcess): object {
  class AbortError extends Error {}
  const retry: Callback = async (run, options) => {
    const limit = Number(field(options, 'retries') ?? 10);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return isCallback(run) ? await run(attempt) : undefined;
      } catch (error) {
        if (attempt > limit || error instanceof AbortError) throw error;
        const listener = field(options, 'onFailedAttempt');
        if (isCallback(listener)) await listener(error);
      }
      await pause(process);
    }
  };
  return packaged(retry, { AbortError });
}

/** The library `async-retry`: the same idea, with a way out handed to the function. */
export function asyncRetry(process: SimulatedProcess): object {
  const retry: Callback = async (run, options) => {
    const limit = Number(field(options, 'retries') ?? 10);
    let given: { readonly error: unknown } | undefined;
    const bail = (error: unknown): void => {
      given = { error };
    };
    for (let attempt = 1; ; attempt += 1) {
      try {
        return isCallback(run) ? await run(bail, attempt) : undefined;
      } catch (error) {
        if (given) throw given.error;
        if (attempt > limit) throw error;
      }
      await pause(process);
    }
  };
  return packaged(retry);
}

function pause(process: SimulatedProcess): Promise<void> {
  return new Promise((resolve) => {
    process.world.timers.add(process, 1000, resolve);
  });
}
