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

/** What keeps the other message is judged where that one is the judged message. */
function isPast({ own, first }: State): boolean {
  return own < first;
}

/** Backwards from the end, over steps in which nothing goes wrong. */
function thoseThatFinish(visits: readonly Visit[]): ReadonlySet<number> {
  const before = predecessors(visits);
  const found = new Set<number>();
  const pending: number[] = [];
  const add = (at: number): void => {
    if (found.has(at)) return;
    found.add(at);
    pending.push(at);
  };
  for (const [i, visit] of visits.entries()) {
    if (isBeside(visit) || isPast(visit.state) || visit.nexts.includes(END)) add(i);
  }
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (let edge = before.first[at] ?? NONE; edge !== NONE; edge = before.other[edge] ?? NONE)
      add(before.from[edge] ?? 0);
  }
  return found;
}

const END = -1;
const NONE = -1;

/** The steps into each visit, as a list: the first one, and for each step another one. */
function predecessors(visits: readonly Visit[]): Readonly<Record<'first' | 'other' | 'from', Int32Array>> {
  const edges = visits.reduce((sum, { nexts }) => sum + nexts.length, 0);
  const first = new Int32Array(visits.length).fill(NONE);
  const [other, from] = [new Int32Array(edges), new Int32Array(edges)];
  let edge = 0;
  for (const [i, { nexts }] of visits.entries()) {
    for (const next of nexts) {
      if (next === END) continue;
      from[edge] = i;
      other[edge] = first[next] ?? NONE;
      first[next] = edge;
      edge += 1;
    }
  }
  return { first, other, from };
}
