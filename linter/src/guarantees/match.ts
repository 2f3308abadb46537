import { compareText } from '@kafka-eos/analyzer/facts/place';

export interface Named<Value> {
  readonly name: string;
  readonly value: Value;
}

export interface Match<Value> {
  readonly before: Named<Value>;
  readonly after: Named<Value>;
}

export interface Matching<Value> {
  readonly pairs: readonly Match<Value>[];
  readonly removed: readonly Named<Value>[];
  readonly added: readonly Named<Value>[];
}

/** What two things are known by to be the same. */
export interface MatchKey<Value> {
  readonly of: (name: string, value: Value) => string;
  /** What must hold besides, where the key alone says too little. */
  readonly fits?: (before: Value, after: Value) => boolean;
}

/**
 * Pairs what was with what is, by one key after the other: what the first one leaves over, the next one tries. Among
 * equals those that are the same pair first, so that one more of a kind does not make the others look changed.
 */
export function matched<Value>(
  before: readonly Named<Value>[],
  after: readonly Named<Value>[],
  keys: readonly MatchKey<Value>[],
  textOf: (value: Value) => string,
): Matching<Value> {
  const equal = (a: Named<Value>, b: Named<Value>): boolean => textOf(a.value) === textOf(b.value);
  const pairs: Match<Value>[] = [];
  let left = byName(before);
  let right = byName(after);
  for (const { of: keyOf, fits = anyPair } of keys) {
    const known = new Map([...left, ...right].map((each) => [each, keyOf(each.name, each.value)]));
    for (const isPair of [equal, anyPair]) {
      const taken = new Set<Named<Value>>();
      for (const old of left) {
        const now = right.find(
          (each) =>
            !taken.has(each) && known.get(each) === known.get(old) && fits(old.value, each.value) && isPair(old, each),
        );
        if (now === undefined) continue;
        taken.add(now).add(old);
        pairs.push({ before: old, after: now });
      }
      left = left.filter((each) => !taken.has(each));
      right = right.filter((each) => !taken.has(each));
    }
  }
  return { pairs: pairs.sort((a, b) => compareText(a.after.name, b.after.name)), removed: left, added: right };
}

function byName<Value>(items: readonly Named<Value>[]): readonly Named<Value>[] {
  return [...items].sort((a, b) => a.name.length - b.name.length || compareText(a.name, b.name));
}

function anyPair(): boolean {
  return true;
}

export function namedOf<Value>(record: Readonly<Record<string, Value>>): readonly Named<Value>[] {
  return Object.entries(record).map(([name, value]) => ({ name, value }));
}
