import ts from '../../typescript.ts';
import { someNode } from '../../program/nodes-in.ts';
import { truthOf } from '../../recognize/answer-truth.ts';
import { contains } from '../../recognize/contains.ts';
import { returnsIn } from '../../program/returns-in.ts';
import { isFunctionNode, returnedExpressions } from '../../recognize/function-node.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { enclosingFunction } from '../../recognize/source-index.ts';
import { stripExpression } from '../../recognize/strip.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { Catcher } from './caught-error.ts';

/** What a catch makes its function return instead of what failed, followed as far as callers return it in their turn. */
export interface CatchAnswer {
  /** Whether code reads the answer, by itself or through variables. */
  readonly isReadIn: (code: ts.Node) => boolean;
  /** Which way a condition goes that reads it; undefined where that cannot be said. */
  readonly truthOf: (condition: ts.Expression) => boolean | undefined;
  /** It says something: no `null`, nothing empty. */
  readonly isTelling: boolean;
  /** It is what the function was given, to be dealt with in another way. */
  readonly isItem: boolean;
}

export function answerOf(knowledge: Knowledge, { env }: Step, catcher: Catcher): CatchAnswer | undefined {
  const values = isFunctionNode(catcher) ? returnedExpressions(catcher) : returnsIn(catcher);
  if (values.length === 0) return undefined;
  const { read, same } = callsThatGive(knowledge, env, ts.isCatchClause(catcher) ? [] : [catcher.parent]);
  return {
    isReadIn: (code) => reads(knowledge, code, read, 0),
    truthOf: (condition) => truthOf(knowledge, condition, { calls: same, values }),
    isTelling: values.every((value) => isTelling(value)),
    isItem: values.every((value) => isItem(knowledge, value)),
  };
}

interface Calls {
  /** Those whose result depends on the answer. */
  readonly read: readonly ts.Node[];
  /** Those whose result is the answer. */
  readonly same: readonly ts.Node[];
}

function callsThatGive(knowledge: Knowledge, env: Step['env'], first: readonly ts.Node[]): Calls {
  const read = [...first];
  const same = [...first];
  for (let at = env, last = read.at(-1); at !== undefined; last = at.call, at = at.caller) {
    const values = last === undefined ? undefined : valuesAround(last);
    if (values?.some((value) => depends(knowledge, value, read)) === false) break;
    const isHandedOn =
      last === undefined || (same.includes(last) && values?.some((value) => isResult(knowledge, value, last)));
    if (isHandedOn === true) same.push(at.call);
    read.push(at.call);
  }
  return { read, same };
}

function valuesAround(call: ts.Node): readonly ts.Expression[] {
  const fn = enclosingFunction(call);
  return fn === undefined ? [] : returnedExpressions(fn);
}

/** `return result`, or what is returned because of it. */
function depends(knowledge: Knowledge, value: ts.Expression, calls: readonly ts.Node[]): boolean {
  if (reads(knowledge, value, calls, 0)) return true;
  const choice = ts.findAncestor(value, (node) => (isFunctionNode(node) ? 'quit' : ts.isIfStatement(node)));
  return choice !== undefined && ts.isIfStatement(choice) && reads(knowledge, choice.expression, calls, 0);
}

function isResult(knowledge: Knowledge, value: ts.Expression, call: ts.Node): boolean {
  const node = stripExpression(value);
  if (node === call) return true;
  return ts.isIdentifier(node) && sources(knowledge, node).some((source) => stripExpression(source) === call);
}

const DEPTH = 3;

function reads(knowledge: Knowledge, code: ts.Node, calls: readonly ts.Node[], depth: number): boolean {
  return someNode(code, (node) => {
    if (calls.includes(node)) return true;
    if (depth >= DEPTH || !ts.isIdentifier(node)) return false;
    const given = sources(knowledge, node).filter((source) => !contains(source, node));
    return given.some((source) => reads(knowledge, source, calls, depth + 1));
  });
}

function sources(knowledge: Knowledge, name: ts.Identifier): readonly ts.Expression[] {
  const symbol = symbolAt(knowledge, name);
  if (symbol === undefined) return [];
  const given = (symbol.declarations ?? []).flatMap((declaration) => sourceOf(declaration) ?? []);
  return [...given, ...knowledge.index.assignmentsTo(symbol)];
}

/** `const { ok } = await save()`, `for (const one of await save())`. */
function sourceOf(declaration: ts.Node): ts.Expression | undefined {
  let at = declaration;
  while (ts.isBindingElement(at)) at = at.parent.parent;
  if (!ts.isVariableDeclaration(at)) return undefined;
  const loop = at.parent.parent;
  return ts.isForOfStatement(loop) ? loop.expression : at.initializer;
}

function isTelling(value: ts.Expression): boolean {
  const node = stripExpression(value);
  if (node.kind === ts.SyntaxKind.NullKeyword || ts.isVoidExpression(node)) return false;
  if (ts.isIdentifier(node)) return node.text !== 'undefined';
  if (ts.isArrayLiteralExpression(node)) return node.elements.length > 0;
  return !ts.isObjectLiteralExpression(node) || node.properties.length > 0;
}

/** The message as it came, or a list of it. */
function isItem(knowledge: Knowledge, value: ts.Expression): boolean {
  const node = stripExpression(value);
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.length > 0 && node.elements.every((element) => isItem(knowledge, element));
  }
  const declaration = ts.isIdentifier(node) ? symbolAt(knowledge, node)?.declarations?.[0] : undefined;
  return declaration !== undefined && ts.isParameter(declaration) && isFunctionNode(declaration.parent);
}
