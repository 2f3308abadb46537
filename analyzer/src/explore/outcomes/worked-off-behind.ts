import ts from '../../typescript.ts';
import { someNode } from '../../program/nodes-in.ts';
import { contains } from '../../recognize/contains.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { isMention } from '../../recognize/mention.ts';
import { callerOf, isWithinCode, type Spot } from '../../recognize/spot.ts';
import { provenanceOf } from '../../recognize/stability.ts';
import { isPutOrAsked } from '../../scopes/buffer-drains.ts';
import { containerOf } from '../../scopes/container.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import type { Step } from '../../summaries/unit-graph.ts';

/** `ids.push(message.key)` in a loop, and `update(ids)` behind it: that effect is about every message of the loop. */
export function isWorkedOffBehind({ graph, knowledge }: EnteredUnit, loop: Step, effect: Step): boolean {
  if (isWithinCode(effect, loop.node)) return false;
  const statement = statementBeside(loop, effect);
  if (statement === undefined) return false;
  return graph.steps.some((step) => {
    const list = isFilledWithMessage(knowledge, step, loop) ? containerOf(knowledge, step, graph.root) : undefined;
    return list !== undefined && isAbout(knowledge, statement, loop, list.symbol);
  });
}

/** What is kept because it failed is a matter of its failure. */
function isFilledWithMessage(
  knowledge: Knowledge,
  step: Step,
  loop: Step,
): step is Step & { readonly kind: 'container' } {
  const { kind, node, env } = step;
  if (kind !== 'container' || step.container.verb !== 'fill' || !isWithinCode(step, loop.node)) return false;
  if (!ts.isCallExpression(node) || ts.findAncestor(node, ts.isCatchClause) !== undefined) return false;
  return node.arguments.some((item) => provenanceOf(knowledge, { node: item, env }).message);
}

/** The statement of the loop's own function in which an effect happens, itself or in what is called from there. */
function statementBeside(loop: Step, effect: Step): ts.Node | undefined {
  let at: Spot | undefined = effect;
  while (at !== undefined && at.env !== loop.env) at = callerOf(at);
  return at && ts.findAncestor(at.node, ({ parent }) => contains(parent, loop.node));
}

/** It names the list, or something that was made of it behind the loop. */
function isAbout(knowledge: Knowledge, statement: ts.Node, loop: Step, list: ts.Symbol): boolean {
  const names = (node: ts.Node, symbol: ts.Symbol): boolean =>
    someNode(node, (at) => isMention(knowledge, at, symbol) && !isPutOrAsked(at));
  if (names(statement, list)) return true;
  return someNode(statement, (node) => {
    const symbol = ts.isIdentifier(node) ? knowledge.checker.getSymbolAtLocation(node) : undefined;
    const declared = symbol?.declarations?.[0];
    if (declared === undefined || !ts.isVariableDeclaration(declared) || declared.pos < loop.node.end) return false;
    return declared.initializer !== undefined && names(declared.initializer, list);
  });
}
