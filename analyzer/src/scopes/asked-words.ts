import ts from '../typescript.ts';
import { EQUAL } from '../recognize/equality.ts';
import { nameText } from '../recognize/function-node.ts';
import { stripExpression } from '../recognize/strip.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Member } from './unit-guard.ts';

/** Whether a call gives a field a word that is written out, `status: 'PROCESSING'`, and nobody asks the field for that. */
export function saysAnother(call: ts.Node, field: string, members: readonly Member[]): boolean {
  const words = askedWords(members, field);
  return words !== undefined && words.size > 0 && givesAnotherWord(call, field, words);
}

/** The words by which a field of a record says that the work is done; undefined where it is asked for anything else. */
function askedWords(members: readonly Member[], field: string): ReadonlySet<string> | undefined {
  const words = members.filter(({ test }) => test.field === field).map(({ step }) => wordIn(step.condition));
  return words.includes(undefined) ? undefined : new Set(words.flatMap((word) => word ?? []));
}

/** `row.status === 'SENT'` */
function wordIn(condition: ts.Expression): string | undefined {
  const node = stripExpression(condition);
  if (!ts.isBinaryExpression(node) || !EQUAL.has(node.operatorToken.kind)) return undefined;
  const right = stripExpression(node.right);
  return ts.isStringLiteralLike(right) ? right.text : undefined;
}

function givesAnotherWord(call: ts.Node, field: string, words: ReadonlySet<string>): boolean {
  return someNode(call, (node) => {
    if (!ts.isPropertyAssignment(node) || nameText(node.name)?.toLowerCase() !== field.toLowerCase()) return false;
    const value = stripExpression(node.initializer);
    return ts.isStringLiteralLike(value) && !words.has(value.text);
  });
}
