import type { Directive } from '@kafka-eos/analyzer/facts/directive';

const word = 'kafka-eos-disable-next-line';

export type ReadSuppression =
  | {
      readonly kind: 'suppression';
      /** As written; each at most once. */
      readonly rules: readonly string[];
      readonly reason: string;
    }
  /** A comment that begins with `kafka-eos-` and is no instruction that the tool knows. */
  | { readonly kind: 'unknown'; readonly word: string };

/** Reads `kafka-eos-disable-next-line RULE[, RULE] -- reason`. Linear in the comment, however long its blanks are. */
export function readSuppression({ text }: Directive): ReadSuppression {
  const end = text.search(/[^\w-]/);
  const first = end < 0 ? text : text.slice(0, end);
  if (first !== word) return { kind: 'unknown', word: first };
  const rest = text.slice(word.length);
  const dashes = rest.indexOf('--');
  const names = dashes < 0 ? rest : rest.slice(0, dashes);
  return {
    kind: 'suppression',
    rules: [...new Set(names.split(/[\s,]/).filter((name) => name !== ''))],
    reason: dashes < 0 ? '' : rest.slice(dashes + 2).trim(),
  };
}
