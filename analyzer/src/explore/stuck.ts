import type { Visit } from './explore.ts';

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
    const isAbout = state.first <= state.own && state.own <= state.last && !state.away;
    return state.faults > 0 && isRedelivery && isAbout && !finishing.has(i);
  });
}

/** Backwards from the end, over steps in which nothing goes wrong. */
function thoseThatFinish(visits: readonly Visit[]): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  for (const [i, { nexts }] of visits.entries()) {
    for (const next of nexts) before.set(next, [...(before.get(next) ?? []), i]);
  }
  // A run that waits for another process for ever is none that anybody sees.
  const blocked = [...visits.entries()].flatMap(([i, { nexts }]) => (nexts.length === 0 ? [i] : []));
  const found = new Set<number>(blocked);
  const pending = [-1, ...blocked];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const previous of before.get(at) ?? []) {
      if (found.has(previous)) continue;
      found.add(previous);
      pending.push(previous);
    }
  }
  return found;
}
