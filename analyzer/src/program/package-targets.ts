import { isRecord, stringsOf, type Json } from './package-json.ts';

/** Conditions that lead to sources or to what describes them come before those that lead to built output. */
const preferred = ['source', 'development', 'types', 'import', 'module', 'require', 'node', 'default'];
/** `exports` may nest conditions; deeper than this nobody does. */
const deepestConditions = 8;

/** The files that `exports` or `imports` may mean by a key (`.`, `./sub`, `#name`), the most source-like first. */
export function mappedTargets(map: Json, key: string): readonly string[] {
  if (!isRecord(map)) return key === '.' ? leaves(map) : [];
  const keys = Object.keys(map);
  const hasSubpaths = keys.some((each) => each.startsWith('.') || each.startsWith('#'));
  if (!hasSubpaths) return key === '.' ? leaves(map) : [];
  if (map[key] !== undefined) return leaves(map[key]);
  const patterns = keys.filter((each) => each.includes('*')).sort((a, b) => b.indexOf('*') - a.indexOf('*'));
  for (const pattern of patterns) {
    const filled = matchPattern(pattern, key);
    if (filled !== undefined) return leaves(map[pattern]).map((target) => target.replaceAll('*', () => filled));
  }
  return [];
}

/** What the `*` of a pattern stands for; undefined when the text does not match. */
export function matchPattern(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === text ? '' : undefined;
  const after = pattern.slice(star + 1);
  const fits = text.length >= pattern.length - 1 && text.startsWith(pattern.slice(0, star)) && text.endsWith(after);
  return fits ? text.slice(star, text.length - after.length) : undefined;
}

function leaves(value: Json, depth = 0): readonly string[] {
  if (!isRecord(value)) return Array.isArray(value) ? value.flatMap((each: Json) => stringsOf(each)) : stringsOf(value);
  if (depth >= deepestConditions) return [];
  const rank = (condition: string): number => {
    const at = preferred.indexOf(condition);
    return at < 0 ? preferred.length : at;
  };
  return Object.keys(value)
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((condition) => leaves(value[condition], depth + 1));
}
