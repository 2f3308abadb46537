import ts from '../typescript.ts';

/** Where the canary sits; no workspace has a folder of this name at the root of the disk. */
export const canaryFile = '/@kafka-eos/flow-canary.ts';

/** A narrowing that every checker gets right. */
export const canaryText = `
declare const perch: string | undefined;
export const song = perch === undefined ? '' : perch;
`;

/**
 * Whether the checker still follows control flow. In a function with some two thousand nested branches TypeScript gives
 * up, for the rest of the program's life and without a word, and from then on types are missing everywhere: results would
 * be silently empty. To be asked last; asking earlier would answer from a cache.
 */
export function followsControlFlow(program: ts.Program, checker: ts.TypeChecker): boolean {
  const file = program.getSourceFile(canaryFile);
  const statement = file?.statements.at(-1);
  if (statement === undefined || !ts.isVariableStatement(statement)) return true;
  const choice = statement.declarationList.declarations[0]?.initializer;
  if (choice === undefined || !ts.isConditionalExpression(choice)) return true;
  return (checker.getTypeAtLocation(choice.whenFalse).flags & ts.TypeFlags.String) !== 0;
}
