import { fetchOf } from '../modules/fetch.ts';
import { processModule } from '../modules/module-table.ts';
import { timerFunctions } from '../modules/timers.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';

const silent = new Proxy({}, { get: () => () => undefined });

/** What replaces the globals through which a program would reach the real world, the clock, or chance. */
export function globalsOf(process: SimulatedProcess): Readonly<Record<string, unknown>> {
  const { world } = process;
  const now = (): number => world.chance.now(world.timers.elapsed);
  const replaced: Record<string, unknown> = {
    process: processModule(process),
    console: silent,
    fetch: fetchOf(process),
    ...timerFunctions(process),
    Date: simulatedDate(now),
    Math: Object.assign(Object.create(Math), { random: () => world.chance.random() }),
    crypto: { randomUUID: () => world.chance.uuid(), subtle: globalThis.crypto.subtle },
    performance: { now },
  };
  // One object under two names, as in Node; anything else is looked up in the real one.
  const global: unknown = Object.create(globalThis, Object.getOwnPropertyDescriptors(replaced));
  return { ...replaced, global, globalThis: global };
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
