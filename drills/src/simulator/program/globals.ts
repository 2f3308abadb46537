import { fetchOf } from '../modules/fetch.ts';
import { processModule } from '../modules/module-table.ts';
import { silentLogger } from '../modules/silent-logger.ts';
import { timerFunctions } from '../modules/timers.ts';
import { replacedGlobals } from './compiled-program.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';

/**
 * What replaces the globals through which a program would reach the real world, the clock, or chance: those of them that
 * it names, each made when it is first asked for.
 */
export function globalsOf(process: SimulatedProcess): (name: string) => unknown {
  const { world } = process;
  const now = (): number => world.chance.now(world.timers.elapsed);
  const random = (): number => world.chance.random();
  const made = new Map<string, unknown>();
  const makers: Readonly<Record<string, () => unknown>> = {
    process: () => processModule(process),
    console: () => silentLogger,
    fetch: () => fetchOf(process),
    Date: () => simulatedDate(now),
    Math: () =>
      new Proxy(Math, { get: (math, name): unknown => (name === 'random' ? random : Reflect.get(math, name)) }),
    crypto: () => ({ randomUUID: () => world.chance.uuid(), subtle: globalThis.crypto.subtle }),
    performance: () => ({ now }),
    global: () => globalObject(global),
    globalThis: () => global('global'),
  };
  function global(name: string): unknown {
    if (!made.has(name)) made.set(name, (makers[name] ?? timer)(name));
    return made.get(name);
  }
  function timer(name: string): unknown {
    return timerFunctions(process)[name];
  }
  return global;
}

/** One object under two names, as in Node. What a program puts there is its process's own; the rest is the real one's. */
function globalObject(global: (name: string) => unknown): object {
  return new Proxy<object>(
    {},
    {
      get: (own, name): unknown => {
        if (Object.hasOwn(own, name)) return Reflect.get(own, name);
        return typeof name === 'string' && replacedGlobals.has(name) ? global(name) : Reflect.get(globalThis, name);
      },
      has: (own, name) => Object.hasOwn(own, name) || Reflect.has(globalThis, name),
    },
  );
}

function simulatedDate(now: () => number): object {
  return new Proxy(Date, {
    construct: (target, args, newTarget): object => {
      const made: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
      return made instanceof Date ? made : new Date(now());
    },
    apply: () => new Date(now()).toString(),
    get: (target, name): unknown => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
