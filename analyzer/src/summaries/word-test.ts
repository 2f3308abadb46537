import type ts from 'typescript';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import type { ConditionTest } from './condition.ts';

/** A member of a record, or what is kept under a key, against a constant. */
export function saying(
  { of, field, positive }: ConditionTest & { readonly kind: 'source' },
  operator: ts.SyntaxKind,
  constant: unknown,
): ConditionTest {
  const isUnequal = UNEQUAL.has(operator);
  const isWord = typeof constant === 'string' && constant !== '' && (isUnequal || EQUAL.has(operator));
  return {
    ...{ kind: 'source', of, via: 'field', positive: isWord ? !isUnequal : positive },
    ...(field === undefined ? {} : { field }),
    ...(isWord ? { word: constant } : {}),
  };
}
