import type { Links, PartsByName } from './outline.ts';
import type { OutlineDraft } from './outline-draft.ts';

export function linksOf({ parts, declarers, exports }: Pick<OutlineDraft, 'parts' | 'declarers' | 'exports'>): Links {
  const exportedAs = new Map<number, string[]>();
  for (const [exported, target] of exports) {
    const positions =
      target.kind === 'part' ? [target.part] : target.kind === 'name' ? (declarers.get(target.name) ?? []) : [];
    for (const position of positions) addTo(exportedAs, position, exported);
  }
  return {
    referrers: inverted(parts.map(({ references }) => references.names.keys())),
    touchers: inverted(parts.map(({ touches }) => touches)),
    heirs: inverted(parts.map(({ references }) => references.heritage.keys())),
    inPlace: inverted(parts.map(({ references }) => references.modules.keys())),
    exportedAs,
  };
}

function inverted(namesByPosition: readonly Iterable<string>[]): PartsByName {
  const positions = new Map<string, number[]>();
  namesByPosition.forEach((names, position) => {
    for (const name of names) addTo(positions, name, position);
  });
  return positions;
}

function addTo<Key, Value>(table: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = table.get(key);
  if (known) known.push(value);
  else table.set(key, [value]);
}
