import type ts from 'typescript';
import { contains } from '../recognize/contains.ts';
import type { Env } from '../recognize/env.ts';

/** A place in the source, seen from one chain of calls. */
export interface Spot {
  readonly node: ts.Node;
  readonly env: Env | undefined;
}

/** Whether a spot lies in the text of another, or in a function that is called from there. */
export function isWithin(spot: Spot, outer: Spot): boolean {
  let at = spot;
  for (;;) {
    if (at.env === outer.env) return contains(outer.node, at.node);
    if (at.env === undefined) return false;
    at = { node: at.env.call, env: at.env.caller };
  }
}
