import type { StepId } from '../../summaries/unit-graph.ts';
import type { AfterFailure } from './after-failure.ts';
import type { Aftermath, Verdict } from './aftermath.ts';
import type { Moment } from './walk.ts';

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
  /** The numbers of the places that follow, each once. */
  readonly next: readonly number[];
}

const LIMIT = 20_000;

/** By each step at which a failure may end: the shortest way there, if whatever the code remembers leads to it. */
export function swallowingPaths(after: AfterFailure, thrown: Moment): readonly Swallowing[] {
  const start: Aftermath = { ...thrown, caught: -1, aborted: false, passed: false, moved: false, instead: -1 };
  const places = explored(after, start);
  const back = backwards(places);
  return [...endsIn(places)].flatMap(([by, ends]) => pathTo({ places, back }, by, ends) ?? []);
}

/** The bad ends, by the step at which the failure ends. */
function endsIn(places: readonly Place[]): ReadonlyMap<StepId, readonly number[]> {
  const ends = new Map<StepId, number[]>();
  for (const [number, { at, verdict }] of places.entries()) {
    if (verdict.kind !== 'end' || !verdict.swallowed) continue;
    const by = endOf(at);
    const known = ends.get(by);
    if (known === undefined) ends.set(by, [number]);
    else known.push(number);
  }
  return ends;
}

/** A failure that nobody caught ends at the step that moves the position past it. */
function endOf({ caught, at }: Aftermath): StepId {
  return caught < 0 ? at : caught;
}

/** The first one is the start; empty where there are too many. */
function explored(after: AfterFailure, start: Aftermath): readonly Place[] {
  const found = new Aftermaths();
  found.numberOf(start);
  const places: Place[] = [];
  for (let at = found.all[0]; at !== undefined; at = found.all[places.length]) {
    if (places.length >= LIMIT) return [];
    const verdict = after.verdictOf(at);
    const next = verdict.kind === 'end' ? [] : verdict.next.map((following) => found.numberOf(following));
    places.push({ at, verdict, next: [...new Set(next)] });
  }
  return places;
}

/** Numbers what may come after a failure; the same twice has one number. A large unit has millions: no texts of them. */
class Aftermaths {
  readonly all: Aftermath[] = [];
  readonly #numbers = new Map<StepId, Map<number, Map<bigint, number>>>();

  numberOf(at: Aftermath): number {
    const key = keyOf(at);
    const instead = this.#numbers.get(at.instead) ?? new Map<number, Map<bigint, number>>();
    this.#numbers.set(at.instead, instead);
    const alike = instead.get(key) ?? new Map<bigint, number>();
    instead.set(key, alike);
    const number = alike.get(at.slots) ?? this.all.length;
    if (number < this.all.length) return number;
    alike.set(at.slots, number);
    this.all.push(at);
    return number;
  }
}

const MOST_STEPS = 2 ** 24;

/** Everything but the slots and the way not taken. */
function keyOf({ at, caught, aborted, passed, moved }: Aftermath): number {
  const flags = (aborted ? 1 : 0) + (passed ? 2 : 0) + (moved ? 4 : 0);
  return 8 * (at * MOST_STEPS + caught + 1) + flags;
}

/** By each place: those from which a way leads there. */
function backwards(places: readonly Place[]): readonly (readonly number[])[] {
  const back = places.map((): number[] => []);
  for (const [number, { next }] of places.entries()) for (const to of next) back[to]?.push(number);
  return back;
}

interface Ways {
  readonly places: readonly Place[];
  readonly back: ReturnType<typeof backwards>;
}

function pathTo(ways: Ways, by: StepId, ends: readonly number[]): Swallowing | undefined {
  const ranks = ranksBefore(ways, ends);
  const length = ranks[START];
  if (length === undefined || length === UNRANKED) return undefined;
  return { by, length, aborted: isAbortedOn(ways.places, (number) => ranks[number] !== UNRANKED) };
}

/**
 * So many steps before the ends is each place, as far as the start: step by step backwards, where `any` needs one way that
 * leads there, and `all` needs every one.
 */
function ranksBefore({ places, back }: Ways, ends: readonly number[]): Int32Array {
  const ranks = new Int32Array(places.length).fill(UNRANKED);
  const leading = new Uint32Array(places.length);
  const isNext = (number: number): boolean => {
    const count = (leading[number] ?? 0) + 1;
    leading[number] = count;
    const place = places[number];
    return place !== undefined && ranks[number] === UNRANKED && leads(place, count);
  };
  for (const end of ends) ranks[end] = 0;
  let level = ends;
  for (let rank = 1; level.length > 0 && ranks[START] === UNRANKED; rank += 1) {
    const before: number[] = [];
    for (const to of level) {
      for (const number of back[to] ?? []) {
        if (!isNext(number)) continue;
        ranks[number] = rank;
        before.push(number);
      }
    }
    level = before;
  }
  return ranks;
}

const START = 0;
const UNRANKED = -1;

/** Whether a place leads on, when so many of the places that follow it do. */
function leads({ verdict, next }: Place, count: number): boolean {
  return verdict.kind === 'any' || count === next.length;
}

/** Whether some such way passes through an abort. */
function isAbortedOn(places: readonly Place[], isOnTheWay: (number: number) => boolean): boolean {
  const seen = new Set<number>();
  const pending = [START];
  for (let number = pending.pop(); number !== undefined; number = pending.pop()) {
    const place = places[number];
    if (place === undefined || seen.has(number)) continue;
    if (place.at.aborted) return true;
    seen.add(number);
    pending.push(...place.next.filter(isOnTheWay));
  }
  return false;
}
