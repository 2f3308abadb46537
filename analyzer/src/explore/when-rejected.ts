import ts from '../typescript.ts';
import { EQUAL, UNEQUAL } from '../recognize/equality.ts';
import { isFunctionNode, returnedExpressions } from '../recognize/function-node.ts';
import { initialOf } from '../recognize/initial-value.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { stripExpression } from '../recognize/strip.ts';

const DEPTH = 6;

/**
 * What a condition on results of `Promise.allSettled` says when one of them is a rejection: `result.status === 'fulfilled'`,
 * `results.some((result) => result.status === 'rejected')`, `failed.length > 0`; undefined for anything else.
 */
export function whenRejected(knowledge: Knowledge, condition: ts.Expression, depth = DEPTH): boolean | undefined {
  const node = stripExpression(condition);
  const at = (inner: ts.Expression): boolean | undefined =>
    depth === 0 ? undefined : whenRejected(knowledge, inner, depth - 1);
  if (ts.isPrefixUnaryExpression(node)) {
    const inner = node.operator === ts.SyntaxKind.ExclamationToken ? at(node.operand) : undefined;
    return inner === undefined ? undefined : !inner;
  }
  if (ts.isBinaryExpression(node)) return compared(node, at);
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'length' ? at(node.expression) : undefined;
  if (ts.isCallExpression(node)) return searched(node, at);
  const initial = initialOf(knowledge, node);
  return initial === node ? undefined : at(initial);
}

type Ask = (condition: ts.Expression) => boolean | undefined;

function compared({ left, right, operatorToken: { kind } }: ts.BinaryExpression, at: Ask): boolean | undefined {
  const [asked, other] = [stripExpression(left), stripExpression(right)];
  const isEqual = EQUAL.has(kind);
  if (!isEqual && !UNEQUAL.has(kind) && kind !== ts.SyntaxKind.GreaterThanToken) return undefined;
  if (ts.isNumericLiteral(other) && other.text === '0') {
    const some = at(asked);
    return some === undefined || !isEqual ? some : !some;
  }
  const isStatus = ts.isPropertyAccessExpression(asked) && asked.name.text === 'status';
  if (!isStatus || !ts.isStringLiteralLike(other) || !STATES.has(other.text)) return undefined;
  return (other.text === 'rejected') === isEqual;
}

const STATES: ReadonlySet<string> = new Set(['fulfilled', 'rejected']);

/** A search for rejections finds one; that all are fulfilled is not so. */
function searched({ expression, arguments: [predicate] }: ts.CallExpression, at: Ask): boolean | undefined {
  if (predicate === undefined || !ts.isPropertyAccessExpression(expression) || !isFunctionNode(predicate))
    return undefined;
  const [result, ...others] = returnedExpressions(predicate);
  const truth = result === undefined || others.length > 0 ? undefined : at(result);
  if (expression.name.text === 'every') return truth === false ? false : undefined;
  return SEARCHES.has(expression.name.text) && truth === true ? true : undefined;
}

const SEARCHES: ReadonlySet<string> = new Set(['some', 'filter', 'find']);
