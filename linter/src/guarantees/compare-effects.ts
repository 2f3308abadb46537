import { compareText } from '@kafka-eos/analyzer/facts/place';
import { causesOf, type Cause } from './causes.ts';
import type { LockedEffect, LockedUnit } from './lock-schema.ts';
import { effectText } from './lock-text.ts';
import { matched, namedOf, type Match, type MatchKey } from './match.ts';
import { deedOf, mannerOf, methodOf, targetOf, withoutNumber } from './names.ts';
import { isSound, shiftOf } from './promises.ts';

/**
 * `downgraded`: it promises less. `revealed`: it was unknown, and is known to be unsound. `changed`: the guarantee is the
 * same, and what it rests on is not. `moved`: nothing but its name or place is different.
 */
export type EffectStatus = 'downgraded' | 'revealed' | 'raised' | 'changed' | 'moved' | 'new' | 'removed';

export interface EffectChange {
  readonly effect: string;
  readonly status: EffectStatus;
  /** What it was called, if that is different. */
  readonly was?: string;
  readonly before?: LockedEffect;
  readonly after?: LockedEffect;
  readonly fails: boolean;
  /** Which facts are behind it, the likeliest first. */
  readonly causes: readonly Cause[];
}

/** An effect is known by its name; else by what it does, by its method, by how and where, by to what and where. */
const KEYS: readonly MatchKey<LockedEffect>[] = [
  { of: withoutNumber },
  { of: deedOf },
  { of: methodOf, fits: isOfOneKind },
  { of: mannerOf },
  { of: targetOf },
];

/** Another client has methods of the same name: what it does must be no other thing, or else be seen to be weaker. */
function isOfOneKind(before: LockedEffect, after: LockedEffect): boolean {
  if (before.repeat === after.repeat) return true;
  const areWrites = before.repeat !== undefined && after.repeat !== undefined;
  return areWrites && shiftOf(before.guarantee, after.guarantee) === 'downgraded';
}

type Effects = LockedUnit['effects'];

/** What is different between the effects of a unit then and now; `units` are the unit then and now. */
export function compareEffects(
  before: Effects,
  after: Effects,
  units?: readonly [LockedUnit, LockedUnit],
): readonly EffectChange[] {
  const { pairs, removed, added } = matched(namedOf(before), namedOf(after), KEYS, effectText);
  const changes = [
    ...pairs.flatMap((pair) => pairChange(pair, units)),
    ...removed.map(({ name, value }): EffectChange => ({
      effect: name,
      status: 'removed',
      before: value,
      fails: false,
      causes: [],
    })),
    // As with a dependency that the lock does not know: what nobody has agreed to yet is not agreed to.
    ...added.map(({ name, value }): EffectChange => ({
      effect: name,
      status: 'new',
      after: value,
      fails: !isSound(value.guarantee),
      causes: [],
    })),
  ];
  return changes.sort((a, b) => compareText(a.effect, b.effect) || compareText(a.status, b.status));
}

function pairChange(
  { before, after }: Match<LockedEffect>,
  units: readonly [LockedUnit, LockedUnit] | undefined,
): readonly EffectChange[] {
  const isSame = withoutNumber(before.name) === withoutNumber(after.name);
  const status = statusOf(before.value, after.value, isSame);
  if (status === undefined) return [];
  const fails = status === 'downgraded' || status === 'revealed';
  const causes = units === undefined ? [] : causesOf({ units, effects: [before.value, after.value] });
  const was = isSame ? {} : { was: before.name };
  return [{ effect: after.name, status, ...was, before: before.value, after: after.value, fails, causes }];
}

function statusOf(before: LockedEffect, after: LockedEffect, isSame: boolean): EffectStatus | undefined {
  const shift = shiftOf(before.guarantee, after.guarantee);
  if (shift === 'obscured') return 'changed';
  if (shift !== 'same') return shift;
  if (factsOf(before) !== factsOf(after)) return 'changed';
  return isSame ? undefined : 'moved';
}

/** What a guard is called is nobody's business: a local may be renamed. */
function factsOf({ transaction, repeat, guards }: LockedEffect): string {
  return [transaction, repeat ?? '', ...Object.values(guards ?? {}).sort()].join('|');
}
