import ts from '../typescript.ts';
import { nameText } from '../recognize/function-node.ts';
import { stripExpression } from '../recognize/strip.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Step } from '../summaries/unit-graph.ts';
import { isColumn, setsField } from './record-match.ts';
import type { Member } from './unit-guard.ts';

/** Whether a call gives a field a word that is written out, `status: 'PROCESSING'`, and nobody asks the field for that. */
export function saysAnother(call: ts.Node, field: string, members: readonly Member[]): boolean {
  const words = askedWords(members, field);
  return words !== undefined && words.size > 0 && givesAnotherWord(call, field, words);
}

/** The words by which a field of a record says that the work is done; undefined where it is asked for anything else. */
function askedWords(members: readonly Member[], field: string): ReadonlySet<string> | undefined {
  const words = members
    .filter(({ test }) => test.field === field)
    .map(({ test: { word, positive } }) => (positive ? word : undefined));
  return words.includes(undefined) ? undefined : new Set(words.flatMap((word) => word ?? []));
}

function givesAnotherWord(call: ts.Node, field: string, words: ReadonlySet<string>): boolean {
  return someNode(call, (node) => {
    if (!ts.isPropertyAssignment(node) || nameText(node.name)?.toLowerCase() !== field.toLowerCase()) return false;
    const value = stripExpression(node.initializer);
    return ts.isStringLiteralLike(value) && !words.has(value.text);
  });
}

/** The branches that ask a record for one word, in a field of it or, without one, under its key. */
export interface AskedWord {
  readonly field: string | undefined;
  readonly word: string;
  readonly members: readonly Member[];
}

/** The words that branches ask for; undefined where they ask for none, or for what is not written out. */
export function wordsAskedBy(members: readonly Member[]): readonly AskedWord[] | undefined {
  const found = new Map<string, AskedWord>();
  for (const member of members) {
    const { via, field, word } = member.test;
    if (via === 'presence') continue;
    if (via === 'order' || word === undefined) return undefined;
    const key = `${field ?? ''}=${word}`;
    found.set(key, { field, word, members: [...(found.get(key)?.members ?? []), member] });
  }
  return found.size === 0 ? undefined : [...found.values()];
}

/** `replaces`: another word, whatever was there; `apart`: it has no part in it. */
export type Saying = 'says' | 'unknown' | 'replaces' | 'another' | 'apart';

/** What a write does to a word that is asked for. */
export function sayingOf(
  { node, write }: Step & { readonly kind: 'write' },
  { field, word }: Pick<AskedWord, 'field' | 'word'>,
): Saying {
  if (field !== undefined && !setsField(write, field)) return 'apart';
  const said = write.says?.find((each) => (field === undefined ? each.field === field : isColumn(each.field, field)));
  if (said !== undefined) return said.words.includes(word) ? 'says' : said.replaces ? 'replaces' : 'another';
  return field !== undefined && givesAnotherWord(node, field, new Set([word])) ? 'another' : 'unknown';
}
