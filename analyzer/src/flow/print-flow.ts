import ts from '../typescript.ts';
import type { FlowGraph, FlowNode, NodeId } from './flow-graph.ts';
import { breadthFirst } from './reachable-nodes.ts';
import { sourceOf } from './source-of.ts';

const MAX_SNIPPET = 50;

/**
 * A graph as text: one line per reachable node, breadth first, numbered from 1 in that order, so that equal flows print
 * equally. `→` leads to the next node, `!→` to the one after an exception, `↻` into the body of a loop.
 */
export function printFlow(graph: FlowGraph): string {
  const order = breadthFirst(graph.nodes, graph.entry);
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const number = (id: NodeId): string => String(numbers.get(id) ?? '?');
  const lines = order.map((id) => {
    const node = graph.nodes[id];
    return node === undefined ? `${number(id)} missing` : `${number(id)} ${describe(node)}${printEdges(node, number)}`;
  });
  return lines.join('\n');
}

function describe(node: FlowNode): string {
  const subject = subjectOf(node);
  return [node.kind, ...(subject === undefined ? [] : [snippet(subject)]), ...qualifiersOf(node)].join(' ');
}

function subjectOf(node: FlowNode): ts.Node | undefined {
  switch (node.kind) {
    case 'each':
      return node.over;
    case 'catch':
      return handlerOf(node.clause);
    case 'choice':
      return undefined;
    case 'return':
      return node.value;
    case 'throw':
      return thrownBy(node.of);
    default:
      return sourceOf(node);
  }
}

/** A clause is too long to show, and `catch` says it all. */
function handlerOf(clause: ts.CatchClause | ts.Expression): ts.Node | undefined {
  return ts.isCatchClause(clause) ? undefined : clause;
}

function thrownBy(node: ts.Node): ts.Node | undefined {
  return ts.isThrowStatement(node) ? node.expression : undefined;
}

function qualifiersOf(node: FlowNode): readonly string[] {
  if (node.kind === 'call') return [node.completion];
  return node.kind === 'branch' && node.test === 'nullish' ? ['nullish'] : [];
}

function printEdges(node: FlowNode, number: (id: NodeId) => string): string {
  if ('error' in node) return ` → ${number(node.next)} !→ ${number(node.error)}`;
  if ('whenTrue' in node) return ` → ${number(node.whenTrue)} else ${number(node.whenFalse)}`;
  if (node.kind === 'choice') return ` → ${node.next.map(number).join(' | ')}`;
  const body = 'body' in node ? ` ↻ ${number(node.body)}` : '';
  return 'next' in node ? `${body} → ${number(node.next)}` : body;
}

/** The source on one line, arguments and bodies left out. */
function snippet(node: ts.Node): string {
  const text = shorten(node).replace(/\s+/gu, ' ');
  return text.length > MAX_SNIPPET ? `${text.slice(0, MAX_SNIPPET)}…` : text;
}

function shorten(node: ts.Node): string {
  if (ts.isSourceFile(node)) return 'file';
  if (ts.isAwaitExpression(node)) return `await ${shorten(node.expression)}`;
  if (ts.isCallExpression(node)) return `${node.expression.getText()}${node.arguments.length > 0 ? '(…)' : '()'}`;
  if (ts.isNewExpression(node)) return `new ${node.expression.getText()}${node.arguments?.length ? '(…)' : '()'}`;
  if (ts.isTaggedTemplateExpression(node)) return `${node.tag.getText()}\`…\``;
  return node.getText();
}
