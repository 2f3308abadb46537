import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';

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
  const stack: ts.Node[] = [clause];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isStringLiteralLike(node) && VIOLATIONS.has(node.text)) return true;
    if (ts.isNumericLiteral(node) && NUMBERS.has(node.text)) return true;
    if (ts.isIdentifier(node) && NAMES.test(node.text)) return true;
    if (ts.isCallExpression(node) && depth < 2 && isHelper(knowledge, node, depth)) return true;
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return false;
}

function isHelper(knowledge: Knowledge, call: ts.CallExpression, depth: number): boolean {
  return knowledge
    .calleesOf(call, undefined)
    .functions.some(({ fn }) => isUniqueViolationCheck(knowledge, fn, depth + 1));
}
