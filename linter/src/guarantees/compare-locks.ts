import { compareText } from '@kafka-eos/analyzer/facts/place';
import type { Written } from '@kafka-eos/analyzer/facts/written';
import type { Cause } from './causes.ts';
import { compareEffects, type EffectChange } from './compare-effects.ts';
import { allInSight, hiddenBehind, type OutOfSight } from './hidden-handlers.ts';
import type { Lock, LockedEffect, LockedUnit } from './lock-schema.ts';
import { matchUnits } from './match-units.ts';
import type { Match, Named } from './match.ts';
import { withoutNumber } from './names.ts';
import { namedUnits, unitNameOf, type UnitName } from './unit-names.ts';

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
  /** `hidden`: it is gone, and a consumer is run with a handler out of sight in which it may go on. */
  readonly status: 'known' | 'moved' | 'new' | 'removed' | 'hidden';
  /** For a unit that is hidden: what runs the consumer. */
  readonly behind?: Written;
  /** For a unit that moved: what it was. */
  readonly was?: UnitName;
  readonly facts: readonly FactChange[];
  /** Those with something to say, in the order of their names. */
  readonly effects: readonly EffectChange[];
}

/** Everything that is different, sorted by file and symbol; empty when the lock says what is the case. */
export function compareLocks(before: Lock, after: Lock, hidden: OutOfSight = allInSight): readonly UnitChange[] {
  const { pairs, removed, added } = matchUnits(namedUnits(before), namedUnits(after));
  const changes = [
    ...pairs.flatMap((pair) => pairChange(pair, hidden)),
    ...removed.map((unit) => goneChange(unit, hidden)),
    ...added.map(({ name, value }) => lonely(name, 'new', compareEffects({}, value.effects))),
  ];
  return changes.sort((a, b) => compareText(a.unit.file, b.unit.file) || compareText(a.unit.symbol, b.unit.symbol));
}

/** Whether a change is one that somebody has to look at before it counts as agreed. */
export function fails({ facts, effects }: UnitChange): boolean {
  return facts.some((fact) => fact.fails) || effects.some((effect) => effect.fails);
}

function pairChange({ before, after }: Match<LockedUnit>, { callIn }: OutOfSight): readonly UnitChange[] {
  const had = Object.keys(before.value.effects).length;
  const call = had > 0 && Object.keys(after.value.effects).length === 0 ? callIn(unitNameOf(after.name)) : undefined;
  // All that it did is gone, and it still hands its message to somebody.
  if (call !== undefined)
    return [hiddenChange(unitNameOf(after.name), before.value, call, 'it hands the message to something')];
  // A number among equals is no name: which of them is the second is of no importance.
  const isSame = withoutNumber(before.name) === withoutNumber(after.name);
  const facts = factChanges(before.value, after.value);
  const effects = compareEffects(before.value.effects, after.value.effects, [before.value, after.value]);
  if (isSame && facts.length === 0 && effects.length === 0) return [];
  const unit = unitNameOf(after.name);
  return [
    { unit, ...(isSame ? { status: 'known' } : { status: 'moved', was: unitNameOf(before.name) }), facts, effects },
  ];
}

function goneChange({ name, value }: Named<LockedUnit>, { handlers }: OutOfSight): UnitChange {
  const behind = value.delivery === 'call' ? undefined : hiddenBehind(unitNameOf(name), handlers);
  if (behind === undefined) return lonely(name, 'removed', compareEffects(value.effects, {}));
  return hiddenChange(unitNameOf(name), value, behind.written, 'its consumer is run with a handler');
}

/** What cannot be seen any more promises nothing; what is not there any more has nothing to promise. */
function hiddenChange(unit: UnitName, before: LockedUnit, behind: Written, what: string): UnitChange {
  const message = `${what} out of sight: \`${behind.text}\``;
  const cause: Cause = { kind: 'out-of-sight', message, place: behind.place };
  const unseen = Object.entries(before.effects).map(([effect, { transaction }]): readonly [string, LockedEffect] => [
    effect,
    { guarantee: 'unknown', transaction },
  ]);
  const effects = compareEffects(before.effects, Object.fromEntries(unseen));
  return { unit, status: 'hidden', behind, facts: [], effects: effects.map((each) => ({ ...each, causes: [cause] })) };
}

function lonely(name: string, status: 'new' | 'removed', effects: readonly EffectChange[]): UnitChange {
  return { unit: unitNameOf(name), status, facts: [], effects };
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
