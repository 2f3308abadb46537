import ts from '../typescript.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { Ref } from '../recognize/value.ts';

/** A number, and the expression that introduces it. */
export interface WrittenNumber {
  readonly value: number;
  readonly node: ts.Expression;
}

const DEPTH = 8;

/**
 * The number that an expression is as far as the source says: a default beside the environment counts as the value,
 * because that is what runs where nobody set anything.
 */
export function writtenNumber(knowledge: Knowledge, { node, env }: Ref, depth = DEPTH): WrittenNumber | undefined {
  const at = stripExpression(node);
  if (depth === 0) return undefined;
  const inner = (next: ts.Expression): WrittenNumber | undefined =>
    writtenNumber(knowledge, { node: next, env }, depth - 1);
  if (ts.isNumericLiteral(at) || ts.isStringLiteralLike(at)) return asNumber(at, at.text);
  if (ts.isBinaryExpression(at)) return combined(at, inner);
  if (ts.isCallExpression(at)) return converted(at, inner);
  if (ts.isIdentifier(at)) {
    const initializer = initializerOf(knowledge, at);
    if (initializer !== undefined) return inner(initializer);
  }
  const [value, ...others] = knowledge.valuesOf({ node: at, env });
  const isConstant = value?.kind === 'constant' && others.length === 0;
  return isConstant ? asNumber(at, String(value.value)) : undefined;
}

function asNumber(node: ts.Expression, text: string): WrittenNumber | undefined {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? { value, node } : undefined;
}

type Read = (node: ts.Expression) => WrittenNumber | undefined;

function combined(node: ts.BinaryExpression, read: Read): WrittenNumber | undefined {
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) {
    return read(node.left) ?? read(node.right);
  }
  const apply = ARITHMETIC.get(kind);
  const [left, right] = [read(node.left), read(node.right)];
  if (apply === undefined || left === undefined || right === undefined) return undefined;
  return { value: apply(left.value, right.value), node };
}

const ARITHMETIC: ReadonlyMap<ts.SyntaxKind, (a: number, b: number) => number> = new Map([
  [ts.SyntaxKind.PlusToken, (a, b) => a + b],
  [ts.SyntaxKind.MinusToken, (a, b) => a - b],
  [ts.SyntaxKind.AsteriskToken, (a, b) => a * b],
  [ts.SyntaxKind.SlashToken, (a, b) => a / b],
]);

const CONVERSIONS: ReadonlySet<string> = new Set([
  'Number',
  'parseInt',
  'parseFloat',
  'Number.parseInt',
  'Number.parseFloat',
]);

function converted(call: ts.CallExpression, read: Read): WrittenNumber | undefined {
  const [argument] = call.arguments;
  return argument !== undefined && CONVERSIONS.has(call.expression.getText()) ? read(argument) : undefined;
}

/** Of a name that is never assigned again. */
function initializerOf(knowledge: Knowledge, name: ts.Identifier): ts.Expression | undefined {
  const declaration = symbolAt(knowledge, name)?.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) === 0 ? undefined : declaration.initializer;
}
