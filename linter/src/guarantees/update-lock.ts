import { lockVersion, type Lock, type LockedUnit, type LockedUnits } from './lock-schema.ts';

export interface UpdateScope {
  /** Units of other files stay as they are. */
  readonly holds: (file: string) => boolean;
  /** What was not found stays, because not everything was looked at. */
  readonly keepMissing: boolean;
}

/** The lock after an update. What is unknown now is written as unknown. */
export function updatedLock(before: Lock | undefined, after: Lock, { holds, keepMissing }: UpdateScope): Lock {
  const old = before?.units ?? {};
  const files = new Set([...Object.keys(old), ...Object.keys(after.units)]);
  const units = [...files].flatMap((file): readonly (readonly [string, LockedUnits[string]])[] => {
    const symbols = holds(file) ? symbolsOf(old[file] ?? {}, after.units[file] ?? {}, keepMissing) : (old[file] ?? {});
    return Object.keys(symbols).length === 0 ? [] : [[file, symbols]];
  });
  return { version: lockVersion, units: Object.fromEntries(units) };
}

type Symbols = Readonly<Record<string, LockedUnit>>;

function symbolsOf(before: Symbols, after: Symbols, keepMissing: boolean): Symbols {
  if (!keepMissing) return after;
  const kept = Object.entries(after).map(([symbol, unit]): readonly [string, LockedUnit] => [
    symbol,
    { ...unit, effects: { ...before[symbol]?.effects, ...unit.effects } },
  ]);
  return { ...before, ...Object.fromEntries(kept) };
}

/** The part of a lock that is compared. */
export function lockWithin({ version, units }: Lock, holds: (file: string) => boolean): Lock {
  return { version, units: Object.fromEntries(Object.entries(units).filter(([file]) => holds(file))) };
}
