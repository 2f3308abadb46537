import ts from '../typescript.ts';
import type { Edit } from '../facts/edit.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import type { Spot } from '../recognize/spot.ts';
import { creationsBehind } from '../scopes/creations.ts';
import { handleName } from '../scopes/handle-name.ts';
import { contains } from '../recognize/contains.ts';

/** `await txn.abort();` under the condition that the transaction is active. */
export function underActive(knowledge: Knowledge, { node }: Spot): readonly Edit[] {
  if (!ts.isCallExpression(node)) return [];
  const receiver = receiverOf(node);
  const holder = ts.isAwaitExpression(node.parent) ? node.parent.parent : node.parent;
  if (receiver === undefined || !ts.isExpressionStatement(holder) || !hasActive(knowledge, receiver)) return [];
  const start = holder.getStart();
  return [
    {
      place: knowledge.slice.placeAt(holder.getSourceFile(), start, start),
      text: `if (${receiver.getText()}.isActive()) `,
    },
  ];
}

function hasActive({ checker }: Knowledge, receiver: ts.Expression): boolean {
  return checker.getPropertyOfType(checker.getTypeAtLocation(receiver), 'isActive') !== undefined;
}

/** A throw of what was caught, at the end of the clause. */
export function rethrowing(knowledge: Knowledge, clause: ts.Node): readonly Edit[] {
  if (!ts.isCatchClause(clause)) return [];
  const { block, variableDeclaration } = clause;
  const file = clause.getSourceFile();
  const name = variableDeclaration === undefined ? 'error' : nameOf(variableDeclaration.name);
  if (name === undefined) return [];
  const end = block.getEnd() - 1;
  const lineStart = file.text.lastIndexOf('\n', end) + 1;
  const outer = /^\s*/.exec(file.text.slice(lineStart, end))?.[0] ?? '';
  const isOwnLine = file.text.slice(lineStart, end).trim() === '';
  const text = isOwnLine ? `  throw ${name};\n${outer}` : ` throw ${name}; `;
  const thrown: Edit = { place: knowledge.slice.placeAt(file, end, end), text };
  if (variableDeclaration !== undefined) return [thrown];
  const open = block.getStart();
  return [{ place: knowledge.slice.placeAt(file, open, open), text: `(${name}) ` }, thrown];
}

function nameOf(name: ts.BindingName): string | undefined {
  return ts.isIdentifier(name) ? name.text : undefined;
}

/** The handle in the place of the producer, where they belong together and the handle is in sight. */
export function throughHandle(knowledge: Knowledge, send: Spot, begin: Spot): readonly Edit[] {
  if (!ts.isCallExpression(send.node) || !ts.isCallExpression(begin.node)) return [];
  const receiver = receiverOf(send.node);
  const handle = handleName(begin.node);
  if (receiver === undefined || handle === undefined || !isInSight(handle, send.node)) return [];
  if (!isSameProducer(knowledge, send, begin)) return [];
  const takes = knowledge.checker.getPropertyOfType(knowledge.checker.getTypeAtLocation(handle), methodOf(send.node));
  if (takes === undefined || hasOwn(send.node, handle)) return [];
  return [{ place: knowledge.slice.placeOf(receiver), text: handle.text }];
}

function methodOf(call: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
}

/** The block that declares the handle is around the send. */
function isInSight(handle: ts.Identifier, send: ts.Node): boolean {
  let block: ts.Node = handle;
  while (!ts.isBlock(block) && !ts.isSourceFile(block)) block = block.parent;
  return contains(block, send) && handle.end <= send.pos;
}

/** A function in between that calls something else by the name of the handle. */
function hasOwn(send: ts.Node, handle: ts.Identifier): boolean {
  for (let at = send.parent; !contains(at, handle); at = at.parent) {
    if (isFunctionNode(at) && at.parameters.some(({ name }) => ts.isIdentifier(name) && name.text === handle.text))
      return true;
  }
  return false;
}

function isSameProducer(knowledge: Knowledge, send: Spot, begin: Spot): boolean {
  const made = ({ node, env }: Spot): readonly ts.Node[] =>
    ts.isCallExpression(node) ? creationsBehind(knowledge, node, env).map(({ call }) => call) : [];
  const own = new Set(made(begin));
  const others = made(send);
  return others.length > 0 && others.every((call) => own.has(call));
}

/** What follows a begin in its block, in a try whose catch aborts and rethrows. */
export function settledInCatch(knowledge: Knowledge, begin: ts.Node): readonly Edit[] {
  const handle = handleName(begin);
  const statement = handle?.parent.parent.parent;
  if (handle === undefined || statement === undefined || !ts.isVariableStatement(statement)) return [];
  const block = statement.parent;
  if (!ts.isBlock(block) || !hasActive(knowledge, handle)) return [];
  const rest = block.statements.slice(block.statements.indexOf(statement) + 1);
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return [];
  const file = block.getSourceFile();
  const text = file.text.slice(first.getStart(), last.getEnd());
  // Text that spans lines would be given another meaning.
  if (/`[^`]*\n[^`]*`/.test(text)) return [];
  const lineStart = file.text.lastIndexOf('\n', statement.getStart()) + 1;
  const indent = /^\s*/.exec(file.text.slice(lineStart, statement.getStart()))?.[0] ?? '';
  const place = knowledge.slice.placeAt(file, first.getStart(), last.getEnd());
  return [{ place, text: inTry(text, handle.text, indent) }];
}

function inTry(text: string, handle: string, indent: string): string {
  const lines = text.split('\n').map((line, i) => (i === 0 || line.trim() === '' ? line : `  ${line}`));
  return [
    'try {',
    `${indent}  ${lines.join('\n')}`,
    `${indent}} catch (error) {`,
    `${indent}  if (${handle}.isActive()) await ${handle}.abort();`,
    `${indent}  throw error;`,
    `${indent}}`,
  ].join('\n');
}
