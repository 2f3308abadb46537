import { field, isCallback, textField } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { retryHook } from './axios.ts';
import { packaged } from './requests.ts';

/**
 * The library `axios-retry`. By itself it repeats any request that got no answer, a POST included; a condition of the
 * program's may say otherwise.
 */
export function axiosRetry(process: SimulatedProcess): object {
  const attach = (target: unknown, options?: unknown): object => {
    const install = field(target, retryHook);
    const limit = Number(field(options, 'retries') ?? 3);
    const condition = field(options, 'retryCondition');
    if (isCallback(install)) {
      install(async (send: unknown, method: unknown) => {
        for (let retries = 0; isCallback(send); retries += 1) {
          try {
            return await send();
          } catch (error) {
            const again = !isCallback(condition) || Boolean(await condition(error));
            if (retries >= limit || process.dead || !again) throw error;
          }
        }
        return method;
      });
    }
    return {};
  };
  return packaged(attach, {
    isNetworkError: () => true,
    isRetryableError: (error: unknown) => !isCreating(error),
    isNetworkOrIdempotentRequestError: () => true,
    isIdempotentRequestError: (error: unknown) => !isCreating(error),
    isSafeRequestError: (error: unknown) => methodOf(error) === 'get',
    exponentialDelay: () => 1,
    linearDelay: () => () => 1,
  });
}

function isCreating(error: unknown): boolean {
  return /^(?:post|patch)/.test(methodOf(error));
}

function methodOf(error: unknown): string {
  return (textField(field(error, 'config'), 'method') ?? 'get').toLowerCase();
}
