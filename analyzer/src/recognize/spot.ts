import type ts from 'typescript';
import { contains } from './contains.ts';
import type { Env } from './env.ts';

/** A place in the source, seen from one chain of calls. */
export interface Spot {
  readonly node: ts.Node;
  readonly env: Env | undefined;
}

/** The call that leads to a spot; undefined where its chain of calls begins. */
export function callerOf({ env }: Spot): Spot | undefined {
  return env === undefined ? undefined : { node: env.call, env: env.caller };
}

/** Whether a spot lies in the text of another one, or in a function that is called from there. */
export function isWithin(spot: Spot, outer: Spot): boolean {
  for (let at: Spot | undefined = spot; at !== undefined; at = callerOf(at)) {
    if (at.env === outer.env) return contains(outer.node, at.node);
  }
  return false;
}

/** Whether a spot lies in that text of a function which has called itself since. */
export function isWithinRecursion(spot: Spot, outer: Spot): boolean {
  let isInside = false;
  for (let at: Spot | undefined = spot; at !== undefined; at = callerOf(at)) {
    if (at.env === outer.env) return isInside;
    isInside ||= at.env?.fn === outer.env?.fn && contains(outer.node, at.node);
  }
  return false;
}

/** The same for code that is meant whoever calls it. */
export function isWithinCode({ node, env }: Spot, code: ts.Node): boolean {
  if (contains(code, node)) return true;
  for (let at = env; at !== undefined; at = at.caller) if (contains(code, at.call)) return true;
  return false;
}
