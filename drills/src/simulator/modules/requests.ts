import { field, isCallback } from '../world/callback.ts';
import type { Application } from '../world/ledger.ts';
import type { EffectDescription } from '../world/effect-index.ts';
import type { SimulatedProcess } from '../world/simulated-process.ts';

interface WriteRequest<T> {
  readonly effect: EffectDescription;
  /** What the effect is attributed by. */
  readonly payload: unknown;
  /** What tells it from another one of the same line and message, where the payload names no part of it. */
  readonly content?: unknown;
  /** The connection, where requests wait for each other. */
  readonly lane?: object;
  readonly apply: (applications: readonly Application[]) => T;
}

/** An external write. Must be called while the program's own call is on the stack. */
export function write<T>(process: SimulatedProcess, request: WriteRequest<T>): Promise<T> {
  const located = process.locate(request.effect);
  const applications = process.applicationsOf(located, request.payload, request.content);
  return process.perform({
    label: located.facts.label,
    point: 'write',
    site: located.site,
    apply: () => request.apply(applications),
    ...(request.lane ? { lane: request.lane } : {}),
  });
}

export function writeNow<T>(process: SimulatedProcess, request: WriteRequest<T>): T | undefined {
  const located = process.locate(request.effect);
  const applications = process.applicationsOf(located, request.payload, request.content);
  return process.performNow({
    label: located.facts.label,
    point: 'write',
    site: located.site,
    apply: () => request.apply(applications),
  });
}

export function read<T>(process: SimulatedProcess, label: string, apply: () => T, lane?: object): Promise<T> {
  return process.perform({ label, point: 'read', apply, ...(lane ? { lane } : {}) });
}

/** Node's older convention, where a program uses it: the last argument is told the outcome. */
export function answer<T>(outcome: Promise<T>, args: readonly unknown[]): Promise<T> | undefined {
  const callback = args.at(-1);
  if (!isCallback(callback)) return outcome;
  outcome.then(
    (result) => callback(null, result),
    (error: unknown) => callback(error),
  );
  return undefined;
}

/**
 * A constructor that a program finds in its process. All processes share the function behind it: one of its own would keep
 * everything that belongs to the process alive until the next full garbage collection, through the shape that the engine
 * makes for its instances.
 */
export function constructorIn(
  process: SimulatedProcess,
  construct: (process: SimulatedProcess, ...args: readonly unknown[]) => object,
): object {
  return Object.assign(construct.bind(undefined, process), { prototype: field(construct, 'prototype') });
}

/** A module as both `import` and `require` see it: `whole` is what `require` gives, and the default export. */
export function packaged(whole: object, named: object = {}): object {
  return Object.assign(whole, named, { default: whole, __esModule: true });
}
