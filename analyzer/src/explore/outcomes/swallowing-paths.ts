import type { StepId } from '../../summaries/unit-graph.ts';
import type { AfterFailure, Aftermath, Verdict } from './after-failure.ts';
import { momentKey, type Moment } from './walk.ts';

/** A way on which a failure ends, and the step at which it does. */
export interface Swallowing {
  readonly by: StepId;
  readonly aborted: boolean;
  /** Steps from the failure to the end. */
  readonly length: number;
}

interface Place {
  readonly at: Aftermath;
  readonly verdict: Verdict;
  readonly next: readonly string[];
}

const LIMIT = 20_000;

/** By each step at which a failure may end: the shortest way there, if whatever the code remembers leads to it. */
export function swallowingPaths(after: AfterFailure, thrown: Moment): readonly Swallowing[] {
  const start: Aftermath = { ...thrown, caught: -1, aborted: false, passed: false, moved: false };
  const places = explored(after, start);
  const ends = new Set([...places.values()].flatMap(({ at, verdict }) => (isBad(verdict) ? [endOf(at)] : [])));
  const back = backwards(places);
  return [...ends].flatMap((by) => pathTo(places, back, keyOf(start), by) ?? []);
}

function isBad(verdict: Verdict): boolean {
  return verdict.kind === 'end' && verdict.swallowed;
}

/** A failure that nobody caught ends at the step that moves the position past it. */
function endOf({ caught, at }: Aftermath): StepId {
  return caught < 0 ? at : caught;
}

function explored(after: AfterFailure, start: Aftermath): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const pending = [start];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    const key = keyOf(at);
    if (places.has(key)) continue;
    if (places.size >= LIMIT) return new Map();
    const verdict = after.verdictOf(at);
    const next = verdict.kind === 'end' ? [] : verdict.next;
    places.set(key, { at, verdict, next: next.map(keyOf) });
    pending.push(...next);
  }
  return places;
}

function keyOf(at: Aftermath): string {
  return `${momentKey(at)}|${String(at.caught)}|${String(at.aborted)}|${String(at.passed)}|${String(at.moved)}`;
}

/** By each place: those from which a way leads there. */
function backwards(places: ReadonlyMap<string, Place>): ReadonlyMap<string, readonly string[]> {
  const back = new Map<string, string[]>();
  for (const [key, { next }] of places) {
    for (const to of new Set(next)) {
      const known = back.get(to);
      if (known === undefined) back.set(to, [key]);
      else known.push(key);
    }
  }
  return back;
}

/** From the ends backwards, step by step: `any` needs one way that leads there, `all` needs every one. */
function pathTo(
  places: ReadonlyMap<string, Place>,
  back: ReadonlyMap<string, readonly string[]>,
  start: string,
  by: StepId,
): Swallowing | undefined {
  const ranks = new Map<string, number>();
  const leading = new Map<string, number>();
  for (const [key, { at, verdict }] of places) if (isBad(verdict) && endOf(at) === by) ranks.set(key, 0);
  let level = [...ranks.keys()];
  for (let rank = 1; level.length > 0 && !ranks.has(start); rank += 1) {
    const before: string[] = [];
    for (const key of level.flatMap((to) => back.get(to) ?? [])) {
      const count = (leading.get(key) ?? 0) + 1;
      leading.set(key, count);
      const place = places.get(key);
      if (place === undefined || ranks.has(key) || !leads(place, count)) continue;
      ranks.set(key, rank);
      before.push(key);
    }
    level = before;
  }
  const length = ranks.get(start);
  return length === undefined ? undefined : { by, length, aborted: isAbortedOn(places, start, ranks) };
}

/** Whether a place leads on, when so many of the places that follow it do. */
function leads({ verdict, next }: Place, count: number): boolean {
  return verdict.kind === 'any' || count === new Set(next).size;
}

/** Whether some such way passes through an abort. */
function isAbortedOn(places: ReadonlyMap<string, Place>, start: string, ranks: ReadonlyMap<string, number>): boolean {
  const seen = new Set<string>();
  const pending = [start];
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    const place = places.get(key);
    if (place === undefined || seen.has(key)) continue;
    if (place.at.aborted) return true;
    seen.add(key);
    pending.push(...place.next.filter((next) => ranks.has(next)));
  }
  return false;
}
