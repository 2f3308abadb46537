import ts from '../typescript.ts';
import { isCallLike } from '../flow/expressions/unwrap.ts';
import { someNode } from '../program/nodes-in.ts';
import { classOf } from '../recognize/file-tables.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { isStubNode } from '../recognize/typed-value.ts';

/** Deeper hierarchies are not followed. */
const DEPTH = 4;

/** `new Step(db)`, where the class is in sight and its constructor only keeps what it is given: nothing in it can fail. */
export function isPlainCreation(knowledge: Knowledge, call: AnyCall): boolean {
  return ts.isNewExpression(call) && isPlainClass(knowledge, call.expression, DEPTH);
}

function isPlainClass(knowledge: Knowledge, named: ts.Expression, depth: number): boolean {
  const declaration = depth === 0 ? undefined : classOf(named, knowledge.checker);
  if (declaration === undefined || isStubNode(knowledge, declaration)) return false;
  const bases = (declaration.heritageClauses ?? []).filter(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return (
    declaration.members.every(isQuiet) &&
    bases.every(({ types }) => types.every(({ expression }) => isPlainClass(knowledge, expression, depth - 1)))
  );
}

/** What a member does when an object is made. */
function isQuiet(member: ts.ClassElement): boolean {
  if (ts.isConstructorDeclaration(member)) return member.body === undefined || !someNode(member.body, mayFail);
  if (!ts.isPropertyDeclaration(member) || member.initializer === undefined) return true;
  const isStatic = member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) === true;
  return isStatic || isFunctionNode(member.initializer) || !someNode(member.initializer, mayFail);
}

function mayFail(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword) return false;
  return isCallLike(node) || ts.isThrowStatement(node);
}
