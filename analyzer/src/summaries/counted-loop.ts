import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';

/** `for (let attempt = 0; attempt < 3; attempt += 1)`: a loop of which the source shows that it may turn twice at least. */
export function isCounting(knowledge: Knowledge, condition: ts.Expression, env: Env | undefined): boolean {
  const loop = condition.parent;
  if (!ts.isForStatement(loop) || loop.condition !== condition || !ts.isBinaryExpression(condition)) return false;
  const counter = counterOf(loop);
  if (counter === undefined) return false;
  const bound = boundOf(condition, counter);
  if (bound === undefined) return false;
  const start = numberOf(knowledge, counter.start, env);
  const end = numberOf(knowledge, bound.expression, env);
  return start !== undefined && end !== undefined && Math.abs(end - start) + (bound.inclusive ? 1 : 0) >= 2;
}

/** What the counter is compared with, when it runs towards it. */
function boundOf(
  { left, right, operatorToken: { kind } }: ts.BinaryExpression,
  { name, step }: Counter,
): { readonly expression: ts.Expression; readonly inclusive: boolean } | undefined {
  const isLeft = isNamed(left, name);
  const isUpwards = UPWARDS.get(kind);
  if (isUpwards === undefined || isLeft === isNamed(right, name)) return undefined;
  if ((isUpwards === isLeft) !== step > 0) return undefined;
  return { expression: isLeft ? right : left, inclusive: INCLUSIVE.has(kind) };
}

/** Whether the counter grows while it stands to the left of the operator. */
const UPWARDS: ReadonlyMap<ts.SyntaxKind, boolean> = new Map([
  [ts.SyntaxKind.LessThanToken, true],
  [ts.SyntaxKind.LessThanEqualsToken, true],
  [ts.SyntaxKind.GreaterThanToken, false],
  [ts.SyntaxKind.GreaterThanEqualsToken, false],
]);
const INCLUSIVE: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

interface Counter {
  readonly name: string;
  readonly start: ts.Expression;
  readonly step: 1 | -1;
}

function counterOf({ initializer, incrementor }: ts.ForStatement): Counter | undefined {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) return undefined;
  const [variable] = initializer.declarations;
  if (variable?.initializer === undefined || !ts.isIdentifier(variable.name)) return undefined;
  const name = variable.name.text;
  const step = stepOf(incrementor, name);
  return step === undefined ? undefined : { name, start: variable.initializer, step };
}

/** `i++`, `i += 1`, `i--`. */
function stepOf(incrementor: ts.Expression | undefined, counter: string): 1 | -1 | undefined {
  if (incrementor === undefined) return undefined;
  if (ts.isPostfixUnaryExpression(incrementor) || ts.isPrefixUnaryExpression(incrementor)) {
    return isNamed(incrementor.operand, counter) ? STEPS.get(incrementor.operator) : undefined;
  }
  if (!ts.isBinaryExpression(incrementor) || !isNamed(incrementor.left, counter)) return undefined;
  return incrementor.right.getText() === '1' ? STEPS.get(incrementor.operatorToken.kind) : undefined;
}

const STEPS: ReadonlyMap<ts.SyntaxKind, 1 | -1> = new Map([
  [ts.SyntaxKind.PlusPlusToken, 1],
  [ts.SyntaxKind.PlusEqualsToken, 1],
  [ts.SyntaxKind.MinusMinusToken, -1],
  [ts.SyntaxKind.MinusEqualsToken, -1],
]);

function isNamed(node: ts.Expression, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function numberOf(knowledge: Knowledge, expression: ts.Expression, env: Env | undefined): number | undefined {
  const [value, ...others] = knowledge.valuesOf({ node: stripExpression(expression), env });
  return value?.kind === 'constant' && typeof value.value === 'number' && others.length === 0 ? value.value : undefined;
}
