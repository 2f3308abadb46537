import type { Lock, LockedUnit } from './lock-schema.ts';
import type { Named } from './match.ts';

/** What a unit is known by. */
export interface UnitName {
  readonly file: string;
  readonly symbol: string;
}

/** File and symbol in one name; a file's name has no line feed that matters. */
export function textOfUnitName({ file, symbol }: UnitName): string {
  return `${file}\n${symbol}`;
}

export function unitNameOf(text: string): UnitName {
  const [file = '', symbol = ''] = text.split('\n');
  return { file, symbol };
}

export function namedUnits({ units }: Lock): readonly Named<LockedUnit>[] {
  return Object.entries(units).flatMap(([file, symbols]) =>
    Object.entries(symbols).map(([symbol, value]) => ({ name: textOfUnitName({ file, symbol }), value })),
  );
}
