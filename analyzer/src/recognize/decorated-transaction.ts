import ts from '../typescript.ts';
import type { Knowledge } from './knowledge.ts';

/** Whether a decorator of a method runs each call of it in a DB transaction. */
export function runsInTransaction(knowledge: Knowledge, fn: ts.Node): fn is ts.MethodDeclaration {
  if (!ts.isMethodDeclaration(fn)) return false;
  return (ts.getDecorators(fn) ?? []).some(
    ({ expression }) =>
      ts.isCallExpression(expression) &&
      knowledge
        .calleesOf(expression, undefined)
        .library.some(({ tags }) =>
          tags.some(({ verb, words }) => verb === 'db-transaction' && words.includes('decorated')),
        ),
  );
}
