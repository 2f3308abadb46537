import ts from '../typescript.ts';
import { enterCall } from '../recognize/enter-call.ts';
import { envOf, type Env } from '../recognize/env.ts';
import { nameText, returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { stripExpression } from '../recognize/strip.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import type { Builder } from './builder.ts';
import { isUniqueViolationCheck } from './unique-violation.ts';
import type { StepId } from './unit-graph.ts';
import { valueAt } from './value-at.ts';

interface Asked {
  readonly node: ts.Expression;
  readonly env: Env | undefined;
}

interface Sides {
  readonly whenTrue: StepId;
  readonly whenFalse: StepId;
}

/**
 * `isRepeat(error)`, which asks for the class of the error and then for its code: the branches of such a condition are
 * those that it would have where it is used. Undefined for one that is a single question, or none about a unique violation.
 */
export function askedInTurn(builder: Builder, asked: Asked, sides: Sides): StepId | undefined {
  if (ts.isCaseClause(asked.node.parent)) return undefined;
  const inside = questionsBehind(builder.knowledge, asked);
  return inside !== undefined && isUniqueViolationCheck(builder.knowledge, inside.node)
    ? branches(builder, inside, sides, 0)
    : undefined;
}

const DEPTH = 8;

function branches(builder: Builder, { node, env }: Asked, sides: Sides, depth: number): StepId {
  const within = (part: ts.Expression, to: Sides): StepId => branches(builder, { node: part, env }, to, depth + 1);
  const { whenTrue, whenFalse } = sides;
  const condition = stripExpression(node);
  if (condition.kind === ts.SyntaxKind.TrueKeyword) return whenTrue;
  if (condition.kind === ts.SyntaxKind.FalseKeyword) return whenFalse;
  if (depth > DEPTH) return one(builder, { node: condition, env }, sides);
  const negated = negatedIn(condition);
  if (negated !== undefined) return within(negated, { whenTrue: whenFalse, whenFalse: whenTrue });
  if (ts.isConditionalExpression(condition)) {
    const [first, second] = [condition.whenTrue, condition.whenFalse].map((part) => within(part, sides));
    return within(condition.condition, { whenTrue: first ?? whenTrue, whenFalse: second ?? whenFalse });
  }
  const connective = connectiveIn(condition);
  if (connective !== undefined) {
    const { left, right, isAnd } = connective;
    const then = within(right, sides);
    return within(left, isAnd ? { whenTrue: then, whenFalse } : { whenTrue, whenFalse: then });
  }
  const inside = questionsBehind(builder.knowledge, { node: condition, env });
  return inside === undefined
    ? one(builder, { node: condition, env }, sides)
    : branches(builder, inside, sides, depth + 1);
}

function one(builder: Builder, { node, env }: Asked, sides: Sides): StepId {
  return builder.add(node, env, { kind: 'branch', condition: node, test: 'truthy', ...sides }, '?');
}

/** What stands behind a name, or in the one function that is called, if that is several questions. */
function questionsBehind(knowledge: Knowledge, asked: Asked, depth = 0): Asked | undefined {
  const inside = depth > DEPTH ? undefined : behind(knowledge, { ...asked, node: stripExpression(asked.node) });
  if (inside === undefined) return undefined;
  const node = withoutNegation(inside.node);
  const isSeveral = ts.isConditionalExpression(node) || connectiveIn(node) !== undefined;
  return isSeveral || questionsBehind(knowledge, { ...inside, node }, depth + 1) !== undefined ? inside : undefined;
}

function behind(knowledge: Knowledge, { node, env }: Asked): Asked | undefined {
  const found = ts.isCallExpression(node)
    ? inFunction(knowledge, node, env)
    : ts.isIdentifier(node)
      ? inVariable(knowledge, node, env)
      : undefined;
  return found && { ...found, node: stripExpression(found.node) };
}

function inFunction(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): Asked | undefined {
  const [converted] = nameText(call.expression) === 'Boolean' ? call.arguments : [];
  if (converted !== undefined) return { node: converted, env };
  const { functions, complete } = knowledge.calleesOf(call, env);
  const [fn, ...others] = functions;
  if (fn === undefined || others.length > 0 || !complete) return undefined;
  const [result, ...more] = returnedExpressions(fn.fn);
  const inside = result === undefined || more.length > 0 ? undefined : enterCall(knowledge, fn, call, env);
  return result === undefined || inside === undefined ? undefined : { node: result, env: inside };
}

function inVariable(knowledge: Knowledge, name: ts.Identifier, env: Env | undefined): Asked | undefined {
  const symbol = symbolAt(knowledge, name);
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  if (!ts.isIdentifier(declaration.name) || knowledge.index.countsOf(symbol).length > 0) return undefined;
  const value = valueAt(knowledge, declaration, symbol, name);
  return value === undefined ? undefined : { node: value, env: envOf(enclosingFunction(declaration), env) };
}

function withoutNegation(node: ts.Expression): ts.Expression {
  const negated = negatedIn(node);
  return negated === undefined ? node : withoutNegation(stripExpression(negated));
}

function negatedIn(node: ts.Expression): ts.Expression | undefined {
  const isNot = ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken;
  return isNot ? node.operand : undefined;
}

function connectiveIn(
  node: ts.Expression,
): { readonly left: ts.Expression; readonly right: ts.Expression; readonly isAnd: boolean } | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { left, right, operatorToken } = node;
  const isAnd = operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken;
  return isAnd || operatorToken.kind === ts.SyntaxKind.BarBarToken ? { left, right, isAnd } : undefined;
}
