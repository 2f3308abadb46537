import ts from '../typescript.ts';
import { childrenOf } from '../program/nodes-in.ts';
import type { Env } from './env.ts';
import type { AnyCall, Knowledge } from './knowledge.ts';
import { loopAround } from './loop-around.ts';
import { offsetFormOf, type OffsetForm } from './offset-form.ts';
import { refsAt } from './path-refs.ts';
import { symbolAt } from './symbol-at.ts';
import { pathsOf } from './tag.ts';

/** The offset that a call is given: of which message, and whether it is that message's own or the one behind it. */
export interface OffsetValue {
  readonly of: 'current' | 'first' | 'last' | 'resolved';
  readonly next: boolean;
  /** The last message of a part of the batch, which one turn of a loop is about. */
  readonly part?: true;
  /** A text with a digit behind it: far beyond every message. */
  readonly joined?: true;
}

/**
 * Reads the offset out of the arguments of a call that moves a position, through the variables that hold it. What is out
 * of sight counts as the offset that the author meant.
 */
export function offsetValueOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): OffsetValue | undefined {
  if (ts.isTaggedTemplateExpression(call)) return undefined;
  const value = roughly(knowledge, call, env);
  const form = givenForm(knowledge, call, env);
  if (form === undefined) return value;
  const known = value ?? { of: 'current' };
  return form === 'joined' ? { ...known, next: true, joined: true } : { ...known, next: form === 'next' };
}

/** What is seen to be given where the library takes an offset. A library that takes the message's own adds one itself. */
function givenForm(knowledge: Knowledge, call: AnyCall, env: Env | undefined): OffsetForm['form'] | undefined {
  if (!ts.isCallExpression(call)) return undefined;
  const [member] = knowledge.calleesOf(call, env).library;
  const paths = (member?.tags ?? []).flatMap((tag) => pathsOf(tag, 'next'));
  const forms = paths.flatMap((path) =>
    refsAt(knowledge, call, path, env).refs.map((ref) => offsetFormOf(knowledge, ref)?.form),
  );
  const [first] = forms;
  return forms.every((form) => form === first) ? first : undefined;
}

function roughly(
  knowledge: Knowledge,
  call: Exclude<AnyCall, ts.TaggedTemplateExpression>,
  env: Env | undefined,
): OffsetValue | undefined {
  const seen = new Marks();
  for (const argument of call.arguments ?? []) read(knowledge, argument, env, seen, 0);
  if (seen.resolved) return { of: 'resolved', next: true };
  if (!seen.offset && !seen.last && !seen.first) return undefined;
  const part = seen.part ? ({ part: true } as const) : {};
  return { of: seen.last ? 'last' : seen.first ? 'first' : 'current', ...part, next: seen.added };
}

/** What the expression of an offset is made of. */
class Marks {
  resolved = false;
  offset = false;
  first = false;
  last = false;
  part = false;
  added = false;
}

const DEPTH = 4;

function read(knowledge: Knowledge, root: ts.Node, env: Env | undefined, marks: Marks, depth: number): void {
  const stack: ts.Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isAddition(node)) marks.added = true;
    if (ts.isPropertyAccessExpression(node)) mark(knowledge, node, marks);
    if (ts.isElementAccessExpression(node)) markElement(knowledge, node, marks);
    if (ts.isIdentifier(node)) follow(knowledge, node, env, marks, depth);
    // A function in the workspace that makes the next offset is taken to do so.
    if (ts.isCallExpression(node) && isOwnFunction(knowledge, node, env)) marks.added = true;
    for (const child of valuesIn(node)) stack.push(child);
  }
}

/** The names of properties are no values. */
function valuesIn(node: ts.Node): readonly ts.Node[] {
  if (ts.isPropertyAccessExpression(node)) return [node.expression];
  if (ts.isPropertyAssignment(node)) return [node.initializer];
  // Where a part of the batch begins and ends is no offset.
  if (ts.isCallExpression(node) && /\.(?:slice|splice)$/.test(node.expression.getText())) return [node.expression];
  return childrenOf(node);
}

function isAddition(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function mark(knowledge: Knowledge, node: ts.PropertyAccessExpression, marks: Marks): void {
  const name = node.name.text;
  if (SUMS.has(name)) marks.added = true;
  if (name === 'offset') marks.offset = true;
  if (name === 'lastOffset') marks.last = true;
  if (name === 'firstOffset') marks.first = true;
  if (name === 'uncommittedOffsets') marks.resolved = true;
  const isAt = name === 'at' && ts.isCallExpression(node.parent) && node.parent.arguments[0]?.getText() === '-1';
  if (isAt) markLast(knowledge, node.expression, marks);
}

/** `Long.fromString(message.offset).add(1)`. */
const SUMS = new Set(['add', 'plus', 'increment']);

function markLast(knowledge: Knowledge, list: ts.Expression, marks: Marks): void {
  marks.last = true;
  if (isOfTurn(knowledge, list)) marks.part = true;
}

/** A part of the batch, which is taken out of it in one turn of a loop. */
function isOfTurn(knowledge: Knowledge, list: ts.Expression): boolean {
  const declaration = ts.isIdentifier(list) ? symbolAt(knowledge, list)?.declarations?.[0] : undefined;
  return declaration !== undefined && ts.isVariableDeclaration(declaration) && loopAround(declaration) !== undefined;
}

/** `messages[messages.length - 1]`, `messages[0]`. */
function markElement(
  knowledge: Knowledge,
  { expression, argumentExpression: index }: ts.ElementAccessExpression,
  marks: Marks,
): void {
  if (/\.length\s*-\s*1$/.test(index.getText())) markLast(knowledge, expression, marks);
  if (index.getText() === '0') marks.first = true;
}

function follow(knowledge: Knowledge, node: ts.Identifier, env: Env | undefined, marks: Marks, depth: number): void {
  // `const { uncommittedOffsets, batch } = payload` and the like.
  if (node.text === 'uncommittedOffsets') marks.resolved = true;
  if (node.text === 'lastOffset') marks.last = true;
  const symbol = symbolAt(knowledge, node);
  if (symbol === undefined || depth >= DEPTH) return;
  const declaration = symbol.declarations?.[0];
  if (declaration !== undefined && ts.isBindingElement(declaration) && node.text === 'offset') marks.offset = true;
  const initializer = fixedValue(knowledge, symbol);
  if (initializer !== undefined) read(knowledge, initializer, env, marks, depth + 1);
}

/** A variable that the code itself keeps up to date is taken to be what it should be. */
function fixedValue({ index }: Knowledge, symbol: ts.Symbol): ts.Expression | undefined {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  return index.assignmentsTo(symbol).length === 0 ? declaration.initializer : undefined;
}

function isOwnFunction(knowledge: Knowledge, call: ts.CallExpression, env: Env | undefined): boolean {
  return knowledge.calleesOf(call, env).functions.length > 0;
}
