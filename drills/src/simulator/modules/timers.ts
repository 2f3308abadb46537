import { isCallback, type Callback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';
import { packaged } from './requests.ts';

/** The timers of a process, on virtual time: `setTimeout` and its relatives. */
export function timerFunctions(process: SimulatedProcess): Readonly<Record<string, Callback>> {
  const start =
    (repeats: boolean): Callback =>
    (run, delay, ...args) => {
      const fire = (): void => {
        if (isCallback(run)) run(...args);
      };
      return handle(process.dead ? 0 : process.world.timers.add(process, Number(delay ?? 1), fire, repeats));
    };
  const stop: Callback = (timer) => {
    process.world.timers.remove(Number(timer));
  };
  return {
    setTimeout: start(false),
    setInterval: start(true),
    setImmediate: (run, ...args) => start(false)(run, 0, ...args),
    clearTimeout: stop,
    clearInterval: stop,
    clearImmediate: stop,
  };
}

export function timers(process: SimulatedProcess): object {
  return packaged({ ...timerFunctions(process) });
}

export function timersWithPromises(process: SimulatedProcess): object {
  const wait: Callback = (delay, value) =>
    new Promise((resolve) => {
      if (!process.dead)
        process.world.timers.add(process, Number(delay ?? 1), () => {
          resolve(value);
        });
    });
  return packaged({ setTimeout: wait, setImmediate: (value: unknown) => wait(0, value), scheduler: { wait } });
}

/** What Node returns: good for `clearTimeout`, and for the methods that keep a process alive or do not. */
function handle(id: number): object {
  const timer = { ref: () => timer, unref: () => timer, hasRef: () => true, [Symbol.toPrimitive]: () => id };
  return timer;
}
