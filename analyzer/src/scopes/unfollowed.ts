import type { OutOfSight } from '../facts/written.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import type { Ref } from '../recognize/value.ts';
import { writtenText } from '../recognize/written-text.ts';
import type ts from '../typescript.ts';
import { isGiven } from './given.ts';

/** Those of some expressions that are not, or not always, a text in sight. */
export function unfollowed(knowledge: Knowledge, refs: readonly Ref[]): readonly OutOfSight[] {
  return refs.flatMap((ref) => {
    const values = knowledge.valuesOf(ref);
    // The elements of a list are expressions of their own.
    if (values.every((value) => value.kind === 'constant' || value.kind === 'array')) return [];
    const known = values.flatMap((value) =>
      value.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [],
    );
    return [outOfSight(knowledge, ref.node, [...new Set(known)].sort())];
  });
}

/** An expression that is known to be no more than these. */
export function outOfSight(knowledge: Knowledge, node: ts.Expression, known: readonly string[] = []): OutOfSight {
  return { ...writtenText(knowledge, node), known, isGiven: isGiven(knowledge, node) };
}
