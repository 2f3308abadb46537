import { compareText } from '@kafka-eos/analyzer/facts/place';
import { compareEffects, type EffectChange } from './compare-effects.ts';
import type { Lock, LockedUnit } from './lock-schema.ts';
import { unitText } from './lock-text.ts';
import { matched, type Match, type Named } from './match.ts';
import { deedOf, withoutNumber } from './names.ts';

export interface UnitName {
  readonly file: string;
  readonly symbol: string;
}

/** A fact about a unit that is another one now. */
export interface FactChange {
  readonly fact: 'delivery' | 'autoCommit' | 'reads' | 'transaction' | 'offsetCommits';
  readonly before: string;
  readonly after: string;
  /** Only what brings in messages that were taken back: the other facts show in the guarantees of the effects. */
  readonly fails: boolean;
}

/** What is different about one unit. */
export interface UnitChange {
  readonly unit: UnitName;
  readonly status: 'known' | 'moved' | 'new' | 'removed';
  /** For a unit that moved: what it was. */
  readonly was?: UnitName;
  readonly facts: readonly FactChange[];
  /** Those with something to say, in the order of their names. */
  readonly effects: readonly EffectChange[];
}

/** Everything that is different, sorted by file and symbol; empty when the lock says what is the case. */
export function compareLocks(before: Lock, after: Lock): readonly UnitChange[] {
  const { pairs, removed, added } = matchUnits(unitsOf(before), unitsOf(after));
  const changes = [
    ...pairs.flatMap(pairChange),
    ...removed.map(({ name, value }) => lonely(name, 'removed', compareEffects(value.effects, {}))),
    ...added.map(({ name, value }) => lonely(name, 'new', compareEffects({}, value.effects))),
  ];
  return changes.sort((a, b) => compareText(a.unit.file, b.unit.file) || compareText(a.unit.symbol, b.unit.symbol));
}

/** Whether a change is one that somebody has to look at before it counts as agreed. */
export function fails({ facts, effects }: UnitChange): boolean {
  return facts.some((fact) => fact.fails) || effects.some((effect) => effect.fails);
}

/** File and symbol in one name; a file's name has no line feed that matters. */
function unitsOf({ units }: Lock): readonly Named<LockedUnit>[] {
  return Object.entries(units).flatMap(([file, symbols]) =>
    Object.entries(symbols).map(([symbol, value]) => ({ name: `${file}\n${symbol}`, value })),
  );
}

function nameOf(name: string): UnitName {
  const [file = '', symbol = ''] = name.split('\n');
  return { file, symbol };
}

function matchUnits(before: readonly Named<LockedUnit>[], after: readonly Named<LockedUnit>[]) {
  const same = matched(before, after, [withoutNumber], unitText);
  const alike = matchAlike(same.removed, same.added);
  return { pairs: [...same.pairs, ...alike.pairs], removed: alike.removed, added: alike.added };
}

/** A unit whose file or function was renamed: the one left over that does at least half of the same things. */
function matchAlike(removed: readonly Named<LockedUnit>[], added: readonly Named<LockedUnit>[]) {
  const pairs: Match<LockedUnit>[] = [];
  const taken = new Set<Named<LockedUnit>>();
  for (const old of removed) {
    const best = added
      .filter((each) => !taken.has(each) && isRenamed(old.name, each.name))
      .map((each) => ({ each, likeness: likeness(old.value, each.value) }))
      .filter((candidate) => candidate.likeness >= 0.5)
      .sort((a, b) => b.likeness - a.likeness || compareText(a.each.name, b.each.name))[0];
    if (best === undefined) continue;
    taken.add(best.each).add(old);
    pairs.push({ before: old, after: best.each });
  }
  const isLeft = (each: Named<LockedUnit>): boolean => !taken.has(each);
  return { pairs, removed: removed.filter(isLeft), added: added.filter(isLeft) };
}

/** One of file and function is still the same. */
function isRenamed(before: string, after: string): boolean {
  const [old, now] = [nameOf(before), nameOf(after)];
  return old.file === now.file || withoutNumber(old.symbol) === withoutNumber(now.symbol);
}

/** The share of common deeds: 0 to 1. */
function likeness(a: LockedUnit, b: LockedUnit): number {
  const ours = new Set(Object.keys(a.effects).map(deedOf));
  const theirs = new Set(Object.keys(b.effects).map(deedOf));
  const common = [...ours].filter((deed) => theirs.has(deed)).length;
  return common === 0 ? 0 : common / Math.max(ours.size, theirs.size);
}

function pairChange({ before, after }: Match<LockedUnit>): readonly UnitChange[] {
  // A number among equals is no name: which of them is the second is of no importance.
  const isSame = withoutNumber(before.name) === withoutNumber(after.name);
  const facts = factChanges(before.value, after.value);
  const effects = compareEffects(before.value.effects, after.value.effects, [before.value, after.value]);
  if (isSame && facts.length === 0 && effects.length === 0) return [];
  const unit = nameOf(after.name);
  return [{ unit, ...(isSame ? { status: 'known' } : { status: 'moved', was: nameOf(before.name) }), facts, effects }];
}

function lonely(name: string, status: 'new' | 'removed', effects: readonly EffectChange[]): UnitChange {
  return { unit: nameOf(name), status, facts: [], effects };
}

function factChanges(before: LockedUnit, after: LockedUnit): readonly FactChange[] {
  const facts = ['delivery', 'autoCommit', 'reads', 'transaction', 'offsetCommits'] as const;
  return facts.flatMap((fact): readonly FactChange[] => {
    const [old, now] = [String(before[fact] ?? 'not known'), String(after[fact] ?? 'not known')];
    return old === now
      ? []
      : [{ fact, before: old, after: now, fails: fact === 'reads' && now === 'read_uncommitted' }];
  });
}
