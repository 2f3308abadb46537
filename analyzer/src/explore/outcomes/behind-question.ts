import ts from '../../typescript.ts';
import { isFunctionNode } from '../../recognize/function-node.ts';

/** Whether code runs only for one answer to such a question: in a branch of an `if`, or behind one that leaves. */
export function isBehindQuestion(code: ts.Node, isAsked: (condition: ts.Expression) => boolean): boolean {
  for (let at = code; !ts.isSourceFile(at) && !isFunctionNode(at); at = at.parent) {
    const { parent } = at;
    if (ts.isIfStatement(parent) && at !== parent.expression && isAsked(parent.expression)) return true;
    if (ts.isBlock(parent) && statementsBefore(parent, at).some((before) => leavesOn(before, isAsked))) return true;
  }
  return false;
}

function statementsBefore({ statements }: ts.Block, at: ts.Node): readonly ts.Statement[] {
  return statements.filter(({ end }) => end <= at.pos);
}

/** `if (done) return;` */
function leavesOn(statement: ts.Statement, isAsked: (condition: ts.Expression) => boolean): boolean {
  return ts.isIfStatement(statement) && leaves(statement.thenStatement) && isAsked(statement.expression);
}

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return (
    last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last))
  );
}
