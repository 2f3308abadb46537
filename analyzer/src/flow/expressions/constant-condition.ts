import ts from '../../typescript.ts';
import { unwrap } from './unwrap.ts';

/** What a condition always comes to because of a `true` or `false` written in it; else undefined. */
export function constantOf(condition: ts.Expression): boolean | undefined {
  const node = unwrap(condition);
  if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const operand = constantOf(node.operand);
    return operand === undefined ? undefined : !operand;
  }
  if (ts.isConditionalExpression(node)) {
    const options = [constantOf(node.whenTrue), constantOf(node.whenFalse)];
    const test = constantOf(node.condition);
    return test === undefined && options[0] !== options[1] ? undefined : options[test === false ? 1 : 0];
  }
  return ts.isBinaryExpression(node) ? constantOfConnective(node) : undefined;
}

function constantOfConnective({ left, operatorToken, right }: ts.BinaryExpression): boolean | undefined {
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return decideBy(false, left, right);
    case ts.SyntaxKind.BarBarToken:
      return decideBy(true, left, right);
    case ts.SyntaxKind.CommaToken:
      return constantOf(right);
    default:
      return undefined;
  }
}

/** One side with the deciding value is enough; the other value takes both. */
function decideBy(deciding: boolean, left: ts.Expression, right: ts.Expression): boolean | undefined {
  const sides = [constantOf(left), constantOf(right)];
  if (sides.includes(deciding)) return deciding;
  return sides.includes(undefined) ? undefined : !deciding;
}
