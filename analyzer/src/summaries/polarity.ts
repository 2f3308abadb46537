import ts from '../typescript.ts';

/** Whether `asked OP constant` holds exactly when the answer is yes; undefined when it says something else. */
export function polarityOf(operator: ts.SyntaxKind, constant: unknown): boolean | undefined {
  if (NO.has(constant)) return MEANS_NO.get(operator);
  if (YES.has(constant)) return MEANS_YES.get(operator);
  return undefined;
}

/** No row, nothing found, not set; -1 is how a search says no. */
const NO: ReadonlySet<unknown> = new Set([0, 0n, null, undefined, false, -1]);
const YES: ReadonlySet<unknown> = new Set([1, 1n, true, 'OK']);

const MEANS_NO: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, false],
  [ts.SyntaxKind.EqualsEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsToken, true],
  [ts.SyntaxKind.GreaterThanToken, true],
  [ts.SyntaxKind.GreaterThanEqualsToken, true],
  [ts.SyntaxKind.LessThanToken, false],
  [ts.SyntaxKind.LessThanEqualsToken, false],
]);

const MEANS_YES: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, true],
  [ts.SyntaxKind.EqualsEqualsToken, true],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, false],
  [ts.SyntaxKind.ExclamationEqualsToken, false],
  [ts.SyntaxKind.GreaterThanEqualsToken, true],
  [ts.SyntaxKind.LessThanToken, false],
]);

export const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
]);
