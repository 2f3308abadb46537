import ts from '../../typescript.ts';
import type { Edit } from '../../facts/edit.ts';
import type { SwallowedFailure } from '../../facts/handler-outcome.ts';
import { calleeNode } from '../../recognize/call-name.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import type { Step } from '../../summaries/unit-graph.ts';

export type SwallowPlace = Pick<SwallowedFailure, 'form' | 'place'>;

/** Where a reader looks for the end of a failure: at the head of the catch, the name `catch`, the return, the commit. */
export function swallowPlace({ slice }: Knowledge, { kind, node }: Step): SwallowPlace | undefined {
  if (kind === 'control') return { form: 'offset', place: slice.placeOf(calleeNode(node)) };
  if (kind === 'pass') {
    const leaving = returnIn(node);
    return leaving === undefined ? undefined : { form: 'return', place: slice.placeOf(leaving) };
  }
  if (ts.isCatchClause(node)) {
    const file = node.getSourceFile();
    const head = file.text.slice(node.getStart(), node.block.getStart()).trimEnd();
    return { form: 'catch', place: slice.placeAt(file, node.getStart(), node.getStart() + head.length) };
  }
  if (ts.isMethodDeclaration(node)) return { form: 'catch', place: slice.placeOf(node.name) };
  const link = ts.isCallExpression(node.parent) ? node.parent.expression : undefined;
  const name = link !== undefined && ts.isPropertyAccessExpression(link) ? link.name : node;
  return { form: 'catch', place: slice.placeOf(name) };
}

function returnIn(block: ts.Node): ts.Node | undefined {
  const stack: ts.Node[] = [block];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isReturnStatement(node)) return node;
    ts.forEachChild(node, (child) => {
      if (!ts.isFunctionLike(child)) stack.push(child);
    });
  }
  return undefined;
}

/** Throws what was caught at the end of a clause; a return there is replaced. */
export function rethrowing({ slice }: Knowledge, clause: ts.Node): readonly Edit[] {
  if (!ts.isCatchClause(clause)) return [];
  const { block, variableDeclaration } = clause;
  const name = variableDeclaration?.name;
  if (name !== undefined && !ts.isIdentifier(name)) return [];
  const file = clause.getSourceFile();
  const naming: readonly Edit[] =
    name === undefined ? [{ place: slice.placeAt(file, block.getStart(), block.getStart()), text: '(error) ' }] : [];
  const throwing = `throw ${name?.text ?? 'error'};`;
  const last = block.statements.at(-1);
  if (last !== undefined && ts.isReturnStatement(last))
    return [...naming, { place: slice.placeOf(last), text: throwing }];
  const end = block.getEnd() - 1;
  const place = slice.placeAt(file, end, end);
  const isOneLine = !block.getText().includes('\n');
  if (isOneLine) return [...naming, { place, text: ` ${throwing} ` }];
  const indent = indentOf(file, clause);
  return [...naming, { place, text: `  ${throwing}${lineEndIn(file)}${indent}` }];
}

/** The white space before the line that a clause ends on. */
function indentOf(file: ts.SourceFile, { block }: ts.CatchClause): string {
  const lineStart = file.text.lastIndexOf('\n', block.getEnd() - 1) + 1;
  return /^\s*/.exec(file.text.slice(lineStart, block.getEnd()))?.[0] ?? '';
}

function lineEndIn(file: ts.SourceFile): string {
  return file.text.includes('\r\n') ? '\r\n' : '\n';
}
