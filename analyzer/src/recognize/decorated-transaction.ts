import ts from '../typescript.ts';
import { decoratorCalls } from './decorator-calls.ts';
import type { Knowledge } from './knowledge.ts';
import { tagsOfCall } from './tags-of-call.ts';

/** Whether a decorator of a method runs each call of it in a DB transaction. */
export function runsInTransaction(knowledge: Knowledge, fn: ts.Node): fn is ts.MethodDeclaration {
  if (!ts.isMethodDeclaration(fn)) return false;
  const tags = decoratorCalls(fn).flatMap((call) => tagsOfCall(knowledge, call, undefined));
  return tags.some(({ verb, words }) => verb === 'db-transaction' && words.includes('decorated'));
}
