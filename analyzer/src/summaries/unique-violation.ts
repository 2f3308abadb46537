import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Env } from '../recognize/env.ts';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import { returnedExpressions } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';
import type { FunctionValue } from '../recognize/value.ts';
import type { ConditionTest } from './condition.ts';

/** The codes and names by which databases report a second row under a unique key. */
const VIOLATIONS = new Set([
  '23505',
  'P2002',
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SequelizeUniqueConstraintError',
  'ConditionalCheckFailedException',
]);
const NUMBERS = new Set(['11000', '1062']);
const NAMES =
  /^(UniqueConstraintError|UniqueViolationError|UniqueConstraintViolationException|UNIQUE_VIOLATION|isUniqueViolation|isDuplicateKeyError)$/i;

/** Whether a catch looks for a unique violation, itself or in a helper: then the insert it guards is a claim. */
export function isUniqueViolationCheck(knowledge: Knowledge, clause: ts.Node, depth = 0): boolean {
  return someNode(
    clause,
    (node) => isMarker(node) || (ts.isCallExpression(node) && depth < 2 && isHelper(knowledge, node, depth)),
  );
}

function isMarker(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return VIOLATIONS.has(node.text);
  if (ts.isNumericLiteral(node)) return NUMBERS.has(node.text);
  return ts.isIdentifier(node) && NAMES.test(node.text);
}

function isHelper(knowledge: Knowledge, call: ts.CallExpression, depth: number): boolean {
  return knowledge
    .calleesOf(call, undefined)
    .functions.some(({ fn }) => isUniqueViolationCheck(knowledge, fn, depth + 1));
}

/** `error.code === '23505'`, `error instanceof UniqueConstraintError`, `isUniqueViolation(error)`, `case '23505'`. */
export function violationTest(
  knowledge: Knowledge,
  condition: ts.Expression,
  env: Env | undefined,
  depth = 0,
): ConditionTest | undefined {
  const node = stripExpression(condition);
  if (ts.isCaseClause(condition.parent)) return isViolation(knowledge, node, env) ? IS_VIOLATION : undefined;
  if (ts.isCallExpression(node)) return callTest(knowledge, node, env, depth);
  if (!ts.isBinaryExpression(node)) return undefined;
  const operator = node.operatorToken.kind;
  const positive = EQUAL.has(operator) || operator === ts.SyntaxKind.InstanceOfKeyword;
  if (!positive && !UNEQUAL.has(operator)) return undefined;
  const isAsked = [node.left, node.right].some((side) => isViolation(knowledge, stripExpression(side), env));
  return isAsked ? { kind: 'violation', positive } : undefined;
}

const IS_VIOLATION: ConditionTest = { kind: 'violation', positive: true };

/** A code, by itself or behind a name. */
function isViolation(knowledge: Knowledge, node: ts.Expression, env: Env | undefined): boolean {
  if (isMarker(node)) return true;
  if (ts.isPropertyAccessExpression(node) && isMarker(node.name)) return true;
  if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return false;
  const values = knowledge.valuesOf({ node, env });
  return (
    values.length > 0 &&
    values.every((value) => {
      if (value.kind !== 'constant') return false;
      return VIOLATIONS.has(String(value.value)) || NUMBERS.has(String(value.value));
    })
  );
}

/** A function whose name says it, or `[…].includes(error.code)`; one of the workspace is read instead where it can be. */
function callTest(
  knowledge: Knowledge,
  call: ts.CallExpression,
  env: Env | undefined,
  depth: number,
): ConditionTest | undefined {
  const { functions } = knowledge.calleesOf(call, env);
  const isAsked = functions.length > 0 ? isOpaqueHelper(knowledge, call, functions, depth) : isNamedSo(knowledge, call);
  return isAsked ? IS_VIOLATION : undefined;
}

function isOpaqueHelper(
  knowledge: Knowledge,
  call: ts.CallExpression,
  functions: readonly FunctionValue[],
  depth: number,
): boolean {
  const [fn, ...others] = functions;
  const isRead = fn !== undefined && others.length === 0 && isOneQuestion(knowledge, fn, depth + 1);
  return !isRead && isHelper(knowledge, call, 0) && isPredicate(knowledge, call);
}

/** `(error) => error.code !== '23505'` says by itself what its answer means. */
function isOneQuestion(knowledge: Knowledge, { fn, closure }: FunctionValue, depth: number): boolean {
  const [result, ...others] = returnedExpressions(fn);
  if (result === undefined || others.length > 0 || depth > DEPTH) return false;
  let asked = stripExpression(result);
  while (ts.isPrefixUnaryExpression(asked) && asked.operator === ts.SyntaxKind.ExclamationToken)
    asked = stripExpression(asked.operand);
  return violationTest(knowledge, asked, closure, depth) !== undefined;
}

const DEPTH = 4;

function isNamedSo(knowledge: Knowledge, call: ts.CallExpression): boolean {
  const callee = stripExpression(call.expression);
  if (!ts.isPropertyAccessExpression(callee)) return isMarker(callee);
  const isMembership = callee.name.text === 'includes';
  return isMarker(callee.name) || (isMembership && isUniqueViolationCheck(knowledge, callee.expression, 2));
}

function isPredicate({ checker }: Knowledge, call: ts.CallExpression): boolean {
  return (checker.getTypeAtLocation(call).flags & ts.TypeFlags.BooleanLike) !== 0;
}
