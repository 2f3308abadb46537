import ts from '../../typescript.ts';
import { isAssignment } from '../../program/module-syntax.ts';
import { eachNode, someNode } from '../../program/nodes-in.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { symbolAt } from '../../recognize/symbol-at.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { Catcher } from './caught-error.ts';
import { contains } from '../../recognize/contains.ts';

/** What a catch leaves behind, by which later code may know of the failure. */
export interface CatchTrail {
  /** By what the catch changed, or by what it made its function return. */
  isAskedIn(code: ts.Node): boolean;
  /** By what the catch changed. */
  isHandedOnBy(call: ts.Node): boolean;
}

export function trailOf(knowledge: Knowledge, caught: Step & { readonly kind: 'catch' }, catcher: Catcher): CatchTrail {
  const changed = changedBy(knowledge, catcher);
  const calls = callsAround(caught, catcher);
  return {
    isAskedIn: answeredOnce((code) => isAsked(knowledge, code, changed, calls)),
    isHandedOnBy: answeredOnce((call) => isAsked(knowledge, call, changed, [])),
  };
}

function answeredOnce(ask: (code: ts.Node) => boolean): (code: ts.Node) => boolean {
  const known = new Map<ts.Node, boolean>();
  return (code) => {
    const answer = known.get(code) ?? ask(code);
    known.set(code, answer);
    return answer;
  };
}

interface Changed {
  readonly symbols: ReadonlySet<ts.Symbol>;
  /** `this.failed` and other members, as they are written. */
  readonly members: ReadonlySet<string>;
}

function changedBy(knowledge: Knowledge, catcher: Catcher): Changed {
  const symbols = new Set<ts.Symbol>();
  const members = new Set<string>();
  const code = ts.isCatchClause(catcher) ? catcher.parent : catcher;
  const note = (target: ts.Expression): void => {
    if (ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword) {
      members.add(target.getText());
      return;
    }
    const base = baseOf(target);
    const symbol = base === undefined ? undefined : symbolAt(knowledge, base);
    if (symbol !== undefined) symbols.add(symbol);
  };
  eachNode(code, (node) => {
    const target = targetOf(node);
    if (target !== undefined) note(target);
  });
  return { symbols, members };
}

function targetOf(node: ts.Node): ts.Expression | undefined {
  if (isAssignment(node)) return node.left;
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) return node.operand;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return CHANGES.has(node.expression.name.text) ? node.expression.expression : undefined;
}

const CHANGES = new Set(['push', 'unshift', 'add', 'set', 'delete', 'append', 'splice']);

function baseOf(target: ts.Expression): ts.Identifier | undefined {
  let at: ts.Expression = target;
  while (ts.isPropertyAccessExpression(at) || ts.isElementAccessExpression(at)) at = at.expression;
  return ts.isIdentifier(at) ? at : undefined;
}

/** The calls whose result is what the catch made of it. */
function callsAround({ env }: Step, catcher: Catcher): readonly ts.Node[] {
  const calls: ts.Node[] = ts.isCatchClause(catcher) ? [] : [catcher.parent];
  for (let at = env; at !== undefined; at = at.caller) calls.push(at.call);
  return calls;
}

function isAsked(knowledge: Knowledge, code: ts.Node, changed: Changed, calls: readonly ts.Node[]): boolean {
  return someNode(code, (node) => {
    if (calls.includes(node)) return true;
    if (ts.isPropertyAccessExpression(node) && changed.members.has(node.getText())) return true;
    return ts.isIdentifier(node) && isKnowing(knowledge, node, changed, calls);
  });
}

function isKnowing(
  knowledge: Knowledge,
  name: ts.Identifier,
  { symbols }: Changed,
  calls: readonly ts.Node[],
): boolean {
  const symbol = symbolAt(knowledge, name);
  if (symbol === undefined) return false;
  if (symbols.has(symbol)) return true;
  const sources = (symbol.declarations ?? []).flatMap((declaration) => sourceOf(declaration) ?? []);
  const given = [...sources, ...knowledge.index.assignmentsTo(symbol)];
  return given.some((source) => calls.some((call) => contains(source, call)) || mentions(knowledge, source, symbols));
}

/** `const reason = lastError?.message`. */
function mentions(knowledge: Knowledge, source: ts.Expression, symbols: ReadonlySet<ts.Symbol>): boolean {
  return someNode(source, (node) => {
    const symbol = ts.isIdentifier(node) ? symbolAt(knowledge, node) : undefined;
    return symbol !== undefined && symbols.has(symbol);
  });
}

/** `const { ok } = await save()`. */
function sourceOf(declaration: ts.Node): ts.Expression | undefined {
  let at = declaration;
  while (ts.isBindingElement(at)) at = at.parent.parent;
  return ts.isVariableDeclaration(at) ? at.initializer : undefined;
}
