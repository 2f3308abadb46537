import type { Written } from '../facts/written.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Ref } from '../recognize/value.ts';
import { writtenText } from '../recognize/written-text.ts';

/** An expression that may be something which is not in sight, with what it may be as far as that is. */
export interface Unfollowed {
  readonly written: Written;
  readonly known: readonly string[];
}

/** Those of some expressions that are not, or not always, a text in sight. */
export function unfollowed(knowledge: Knowledge, refs: readonly Ref[]): readonly Unfollowed[] {
  return refs.flatMap((ref) => {
    const values = knowledge.valuesOf(ref);
    // The elements of a list are expressions of their own.
    if (values.every((value) => value.kind === 'constant' || value.kind === 'array')) return [];
    const known = values.flatMap((value) =>
      value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
    );
    return [{ written: writtenText(knowledge, ref.node), known: [...new Set(known)].sort() }];
  });
}
