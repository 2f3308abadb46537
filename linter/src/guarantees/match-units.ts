import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { LockedUnit } from './lock-schema.ts';
import { unitText } from './lock-text.ts';
import { matched, type Match, type Matching, type Named } from './match.ts';
import { deedOf, withoutNumber } from './names.ts';
import { unitNameOf } from './unit-names.ts';

type Unit = Named<LockedUnit>;

interface Candidate {
  readonly old: Unit;
  readonly now: Unit;
  /** What speaks for it, what weighs most first. */
  readonly weights: readonly number[];
}

/**
 * Pairs units then and now: what is the same in name and text, then the likeliest first. A unit is known by its name;
 * else by its file or function, if it does at least half of the same things; else by doing exactly the same things.
 */
export function matchUnits(before: readonly Unit[], after: readonly Unit[]): Matching<LockedUnit> {
  const same = matched(before, after, [{ of: (name, unit) => `${withoutNumber(name)}\n${unitText(unit)}` }], unitText);
  const candidates = same.removed
    .flatMap((old) => same.added.flatMap((now) => candidateOf(old, now)))
    .sort((a, b) => compareWeights(a, b) || compareText(a.old.name, b.old.name) || compareText(a.now.name, b.now.name));
  const taken = new Set<Unit>();
  const pairs: Match<LockedUnit>[] = [];
  for (const { old, now } of candidates) {
    if (taken.has(old) || taken.has(now)) continue;
    taken.add(old).add(now);
    pairs.push({ before: old, after: now });
  }
  const isLeft = (each: Unit): boolean => !taken.has(each);
  return {
    pairs: [...same.pairs, ...pairs],
    removed: same.removed.filter(isLeft),
    added: same.added.filter(isLeft),
  };
}

function candidateOf(old: Unit, now: Unit): readonly Candidate[] {
  const deeds = likeness(old.value, now.value, deedOf);
  const kinship = kinshipOf(old, now, deeds);
  if (kinship === 0) return [];
  return [{ old, now, weights: [kinship, deeds, likeness(old.value, now.value, withoutNumber)] }];
}

/** The same name: 3; one of file and function: 2; neither, and all that it does: 1. */
function kinshipOf(old: Unit, now: Unit, deeds: number): 0 | 1 | 2 | 3 {
  if (withoutNumber(old.name) === withoutNumber(now.name)) return 3;
  // Code that somebody calls is no handler: who takes the messages now, if anybody does, is another question.
  if ((old.value.delivery === 'call') !== (now.value.delivery === 'call')) return 0;
  if (isRenamed(old.name, now.name) && deeds >= 0.5) return 2;
  return deeds === 1 ? 1 : 0;
}

/** One of file and function is still the same. */
function isRenamed(before: string, after: string): boolean {
  const [old, now] = [unitNameOf(before), unitNameOf(after)];
  return old.file === now.file || withoutNumber(old.symbol) === withoutNumber(now.symbol);
}

/** The share of effects in common, under the names that count: 0 to 1. */
function likeness(a: LockedUnit, b: LockedUnit, nameOf: (name: string) => string): number {
  const ours = new Set(Object.keys(a.effects).map(nameOf));
  const theirs = new Set(Object.keys(b.effects).map(nameOf));
  const common = [...ours].filter((name) => theirs.has(name)).length;
  return common === 0 ? 0 : common / Math.max(ours.size, theirs.size);
}

function compareWeights(a: Candidate, b: Candidate): number {
  const differences = a.weights.map((weight, i) => (b.weights[i] ?? 0) - weight);
  return differences.find((difference) => difference !== 0) ?? 0;
}
