import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { isMention } from '../recognize/mention.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { inlineUnit } from '../summaries/inline-unit.ts';
import type { Step, UnitGraph } from '../summaries/unit-graph.ts';
import { overlappingAt } from './client-use/overlapping-functions.ts';

/** An effect that works off what a list in memory holds. */
export interface Drain {
  readonly effect: Step;
  /** The function that reads the list: the effect's own, or one that it is called from. */
  readonly reader: ts.Node;
}

/** The effects of a graph that work off a list. */
export function drainsIn(knowledge: Knowledge, graph: UnitGraph, list: ts.Symbol): readonly Drain[] {
  return graph.steps.flatMap((effect): readonly Drain[] => {
    if (effect.kind !== 'write' && effect.kind !== 'produce') return [];
    const reader = functionsAround(effect).find((fn) => reads(knowledge, fn, list));
    return reader === undefined ? [] : [{ effect, reader }];
  });
}

/** The effects of timers that work off a list. */
export function timedDrains(knowledge: Knowledge, list: ts.Symbol): readonly Drain[] {
  const started = callsTagged(knowledge, 'overlaps').flatMap((call) => overlappingAt(knowledge, call));
  return [...new Set(started)].filter(isFunctionNode).flatMap((fn: FunctionNode) => {
    const graph = inlineUnit(knowledge, { kind: 'function', fn, closure: undefined, self: undefined }, undefined, []);
    return drainsIn(knowledge, graph, list);
  });
}

/** The effect's own function, then those that it is called from. */
function functionsAround({ node, env }: Step): readonly ts.Node[] {
  const own = enclosingFunction(node);
  const callers: ts.Node[] = [];
  for (let at: Env | undefined = env; at !== undefined; at = at.caller) callers.push(at.fn);
  return own === undefined ? callers : [own, ...callers];
}

/** Whether a function takes elements out of a list, or hands it on: putting one in and asking for its length is neither. */
function reads(knowledge: Knowledge, fn: ts.Node, list: ts.Symbol): boolean {
  return someNode(fn, (node) => isMention(knowledge, node, list) && !isPutOrAsked(node));
}

const PUT_OR_ASKED: ReadonlySet<string> = new Set(['push', 'unshift', 'length']);

/** Putting an element in, asking for the length, or making it anew. */
export function isPutOrAsked({ parent }: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(parent)) return PUT_OR_ASKED.has(parent.name.text);
  // `list = []`
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}
