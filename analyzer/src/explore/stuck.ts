import type { Visit } from './explore.ts';
import { hasLostPartition, type State } from './state.ts';

/**
 * The first moment, after a fault, at which the handler is given a message again and from which no way leads to an end
 * unless something else happens. A unit that comes to no end without a fault either is not to blame on one.
 */
export function firstStuck(visits: readonly Visit[]): Visit | undefined {
  const finishing = thoseThatFinish(visits);
  if (visits.some(({ state, parent }, i) => parent === undefined && state.faults === 0 && !finishing.has(i)))
    return undefined;
  return visits.find(({ state, told }, i) => {
    const isRedelivery = told.some(({ kind, move }) => kind === 'replay' && move === undefined);
    return isToBlame(state) && isRedelivery && !finishing.has(i);
  });
}

/** A fault keeps the judged message from being handled, one that would lead to the effect. */
function isToBlame({ faults, away, own, first, last }: State): boolean {
  return faults > 0 && !away && first <= own && own <= last;
}

/** The partition is somebody else's, or two processes wait for each other, which is no run that anybody sees. */
function isBeside({ state, nexts }: Visit): boolean {
  return nexts.length === 0 || hasLostPartition(state);
}

/** Backwards from the end, over steps in which nothing goes wrong. */
function thoseThatFinish(visits: readonly Visit[]): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const [i, { nexts }] of visits.entries()) {
    for (const next of nexts) {
      const known = before.get(next);
      if (known === undefined) before.set(next, [i]);
      else known.push(i);
    }
  }
  const beside = [...visits.entries()].flatMap(([i, visit]) => (isBeside(visit) ? [i] : []));
  const found = new Set<number>(beside);
  const pending = [-1, ...beside];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const previous of before.get(at) ?? []) {
      if (found.has(previous)) continue;
      found.add(previous);
      pending.push(previous);
    }
  }
  return found;
}
