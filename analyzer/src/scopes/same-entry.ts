import type { Env } from '../recognize/env.ts';
import type { FunctionValue, Value } from '../recognize/value.ts';
import type { Entry } from './entry.ts';

/**
 * Whether two ways to one handler come to the same unit: a wrapper that is started from several places, none of which
 * tells it anything. What a name means does not depend on who called, only on what was passed.
 */
export function entersTheSame(a: Entry, b: Entry): boolean {
  return (
    a.kind === b.kind &&
    a.delivery === b.delivery &&
    a.call === b.call &&
    a.library.declaration === b.library.declaration &&
    sameFunction(a.fn, b.fn) &&
    sameNames(a.caller, b.caller) &&
    !isFiltered(a) &&
    !isFiltered(b) &&
    a.autoResolve === b.autoResolve &&
    JSON.stringify([a.autoCommit, a.resolving]) === JSON.stringify([b.autoCommit, b.resolving]) &&
    a.consumers.length === b.consumers.length &&
    a.consumers.every((consumer, index) => consumer === b.consumers[index])
  );
}

/** Filters are found for one decorated method, whose entries differ already. */
function isFiltered({ filters }: Entry): boolean {
  return filters !== undefined && filters.length > 0;
}

function sameFunction(a: Entry['fn'], b: Entry['fn']): boolean {
  if (a.fn !== b.fn || a.kind !== b.kind) return false;
  return !isFunction(a) || !isFunction(b) || (sameNames(a.closure, b.closure) && sameSelf(a.self, b.self));
}

function isFunction(fn: Entry['fn']): fn is FunctionValue {
  return fn.kind === 'function';
}

function sameNames(a: Env | undefined, b: Env | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a === b) return true;
  const isTold = a.bindings.size > 0 || b.bindings.size > 0;
  return a.fn === b.fn && !isTold && sameSelf(a.self, b.self) && sameNames(a.closure, b.closure);
}

function sameSelf(a: Value | undefined, b: Value | undefined): boolean {
  if (a?.kind !== 'instance' || b?.kind !== 'instance') return a === b;
  const [first, second] = [a.creation, b.creation];
  return a.declaration === b.declaration && first?.node === second?.node && sameNames(first?.env, second?.env);
}
