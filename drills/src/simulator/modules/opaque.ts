import { isCallback } from '../world/callback.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';

/**
 * A library that nobody has described: everything in it can be called, nothing in it does anything, and any call may
 * throw.
 */
export function opaque(process: SimulatedProcess, name: string): object {
  return unknownValue(process, name, true);
}

/** The same for a library that writes logs: it never fails. */
export function logger(process: SimulatedProcess, name: string): object {
  return unknownValue(process, name, false);
}

function unknownValue(process: SimulatedProcess, name: string, mayThrow: boolean): object {
  const call = (args: readonly unknown[]): unknown => {
    const callback = args.find(isCallback);
    if (mayThrow && !process.starting) process.world.noteUnknown(name, callback !== undefined);
    return process.performNow({
      label: `calls ${name}`,
      point: mayThrow ? 'opaque' : 'none',
      // What traces or logs a piece of work runs it.
      apply: () => {
        const value = unknownValue(process, name, mayThrow);
        return callback && !mayThrow ? callback(value) : value;
      },
    });
  };
  return new Proxy(constructible, {
    get: (_, property) => {
      // Awaited, it is what it is; as text and as a list it is empty.
      if (property === 'then') return undefined;
      if (property === Symbol.toPrimitive) return () => '';
      if (property === Symbol.iterator) return () => [][Symbol.iterator]();
      if (property === '__esModule') return true;
      return typeof property === 'symbol' ? undefined : unknownValue(process, `${name}.${property}`, mayThrow);
    },
    // Spread over options it decides on them, and nobody knows how.
    ownKeys: (target) => {
      process.world.noteUnknown(name, false);
      return Reflect.ownKeys(target);
    },
    apply: (_, __, args: readonly unknown[]) => call(args) ?? {},
    construct: (_, args: readonly unknown[]) => {
      call(args);
      return unknownValue(process, name, mayThrow);
    },
  });
}

/** A target that can be called and constructed, as the unknown can. */
function constructible(): void {
  // What is done with it is decided by the traps.
}
