import type { Repeatability } from '../facts/effect.ts';
import type { Knowledge } from './knowledge.ts';
import type { DeclaredKey } from './declared-key.ts';
import { provenanceOf } from './stability.ts';
import type { Ref } from './value.ts';

/**
 * An insert into a table with a unique key that the workspace shows: keyed when every column of it gets a value that the
 * message determines, unknown when that cannot be seen; undefined when no key is written.
 */
export function underUniqueKey(
  knowledge: Knowledge,
  keys: readonly DeclaredKey[],
  valueOf: (column: string) => Ref | undefined,
  mayHold: (column: string) => boolean = () => false,
): Repeatability | undefined {
  let isHidden = false;
  for (const key of keys) {
    const refs = key.columns.map(valueOf);
    const [first] = refs;
    // A column that nothing makes up has to come from somewhere, be it an object of which nothing is seen.
    isHidden ||= key.madeUp !== true && key.columns.every((column, i) => refs[i] !== undefined || mayHold(column));
    if (first === undefined || !refs.every((ref) => ref !== undefined)) continue;
    const found = refs.map((ref) => provenanceOf(knowledge, ref).stability);
    if (found.includes('stable') && !found.includes('unstable')) {
      const place = knowledge.slice.placeOf(first.node);
      const { declaredAt } = key;
      const declared = declaredAt === undefined ? {} : { declaredAt };
      return { kind: 'keyed', key: { stability: 'stable', place, ...declared } };
    }
    if (found.includes('unknown'))
      return { kind: 'unknown', because: 'where the value of the unique key comes from is not in sight' };
  }
  return isHidden ? { kind: 'unknown', because: 'the values of the new row are not in sight' } : undefined;
}
