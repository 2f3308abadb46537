import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Comparison, ConditionTest } from './condition.ts';
import { localVariable } from './local-variable.ts';
import { numberOf } from './number-value.ts';

/** `attempt < 3`, `attempt === retries - 1`: a local number against one that never changes. */
export function numberTest(
  knowledge: Knowledge,
  { left, right, operatorToken }: ts.BinaryExpression,
  env: Env | undefined,
  slots: ReadonlySet<string>,
): ConditionTest | undefined {
  const comparison = COMPARISONS.get(operatorToken.kind);
  if (comparison === undefined) return undefined;
  const first = numberSlot(knowledge, left, env, slots);
  const second = numberSlot(knowledge, right, env, slots);
  if ((first === undefined) === (second === undefined)) return undefined;
  const bound = numberOf(knowledge, first === undefined ? left : right, env);
  if (bound === undefined) return undefined;
  return first === undefined
    ? { kind: 'number', slot: second ?? '', comparison: MIRRORED[comparison], bound, positive: true }
    : { kind: 'number', slot: first, comparison, bound, positive: true };
}

function numberSlot(
  knowledge: Knowledge,
  side: ts.Expression,
  env: Env | undefined,
  slots: ReadonlySet<string>,
): string | undefined {
  const node = stripExpression(side);
  const variable = ts.isIdentifier(node) ? localVariable(knowledge, node, env) : undefined;
  return variable?.kind === 'number' && slots.has(variable.slot) ? variable.slot : undefined;
}

const COMPARISONS: ReadonlyMap<ts.SyntaxKind, Comparison> = new Map([
  [ts.SyntaxKind.LessThanToken, '<'],
  [ts.SyntaxKind.LessThanEqualsToken, '<='],
  [ts.SyntaxKind.GreaterThanToken, '>'],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>='],
  [ts.SyntaxKind.EqualsEqualsToken, '==='],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '==='],
  [ts.SyntaxKind.ExclamationEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '!=='],
]);

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '===': '===',
  '!==': '!==',
};
