import { lockVersion, type Lock, type LockedUnit, type LockedUnits } from './lock-schema.ts';
import { matchUnits } from './match-units.ts';
import { withoutNumber } from './names.ts';
import { namedUnits, textOfUnitName, unitNameOf, type UnitName } from './unit-names.ts';

export interface UpdateScope {
  /** Units of other files stay as they are, */
  readonly holds: (file: string) => boolean;
  /** except for these, as they are now. */
  readonly includes?: (unit: UnitName) => boolean;
  /** What was not found stays, because not everything was looked at. */
  readonly keepMissing: boolean;
}

/** The lock after an update. What is unknown now is written as unknown. */
export function updatedLock(before: Lock | undefined, after: Lock, scope: UpdateScope): Lock {
  const old = before ?? { version: lockVersion, units: {} };
  const isReplaced = replacedBy(old, after, scope);
  const files = new Set([...Object.keys(old.units), ...Object.keys(after.units)]);
  const units = [...files].flatMap((file): readonly (readonly [string, LockedUnits[string]])[] => {
    const symbols = symbolsOf(file, [old.units[file] ?? {}, after.units[file] ?? {}], scope, isReplaced);
    return Object.keys(symbols).length === 0 ? [] : [[file, symbols]];
  });
  return { version: lockVersion, units: Object.fromEntries(units) };
}

type Symbols = Readonly<Record<string, LockedUnit>>;
type IsUnit = (unit: UnitName) => boolean;

function symbolsOf(
  file: string,
  [before, after]: readonly [Symbols, Symbols],
  { holds, includes, keepMissing }: UpdateScope,
  isReplaced: IsUnit,
): Symbols {
  if (holds(file)) return keepMissing ? withMissing(before, after) : after;
  const own = Object.entries(after).filter(([symbol]) => includes?.({ file, symbol }) === true);
  if (own.length === 0) return before;
  if (keepMissing) return withMissing(before, Object.fromEntries(own));
  const symbols = new Map(own);
  for (const [symbol, unit] of Object.entries(before)) {
    if (!isReplaced({ file, symbol })) symbols.set(freeSymbol(symbol, symbols), unit);
  }
  return Object.fromEntries(symbols);
}

/** Which units of the lock are among those that are written: they may have another number, or another name. */
function replacedBy(old: Lock, after: Lock, { includes }: UpdateScope): IsUnit {
  if (includes === undefined) return () => false;
  const { pairs } = matchUnits(namedUnits(old), namedUnits(after));
  const replaced = pairs.filter((pair) => includes(unitNameOf(pair.after.name))).map((pair) => pair.before.name);
  return ({ file, symbol }) => replaced.some((name) => name === textOfUnitName({ file, symbol }));
}

/** A number among equals is no name: one that is taken is passed over. */
function freeSymbol(symbol: string, taken: ReadonlyMap<string, LockedUnit>): string {
  const base = withoutNumber(symbol);
  let free = taken.has(symbol) ? base : symbol;
  for (let number = 2; taken.has(free); number++) free = `${base} #${number}`;
  return free;
}

function withMissing(before: Symbols, after: Symbols): Symbols {
  const kept = Object.entries(after).map(([symbol, unit]): readonly [string, LockedUnit] => [
    symbol,
    { ...unit, effects: { ...before[symbol]?.effects, ...unit.effects } },
  ]);
  return { ...before, ...Object.fromEntries(kept) };
}
