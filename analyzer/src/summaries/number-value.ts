import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';

/** The number that an expression always is: `3`, `MAX_ATTEMPTS`, `retries - 1`. */
export function numberOf(knowledge: Knowledge, expression: ts.Expression, env: Env | undefined): number | undefined {
  const node = stripExpression(expression);
  if (ts.isBinaryExpression(node)) return sumOf(knowledge, node, env);
  const [value, ...others] = knowledge.valuesOf({ node, env });
  return value?.kind === 'constant' && typeof value.value === 'number' && others.length === 0 ? value.value : undefined;
}

function sumOf(
  knowledge: Knowledge,
  { left, right, operatorToken }: ts.BinaryExpression,
  env: Env | undefined,
): number | undefined {
  const sign = SIGNS.get(operatorToken.kind);
  const first = numberOf(knowledge, left, env);
  const second = numberOf(knowledge, right, env);
  return sign === undefined || first === undefined || second === undefined ? undefined : first + sign * second;
}

const SIGNS: ReadonlyMap<ts.SyntaxKind, 1 | -1> = new Map([
  [ts.SyntaxKind.PlusToken, 1],
  [ts.SyntaxKind.MinusToken, -1],
]);
