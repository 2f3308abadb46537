import type ts from 'typescript';
import type { FlowNode } from './flow-graph.ts';

/** The piece of source that a node evaluates; undefined for a statement, and for a loop, which takes its turns by itself. */
export function sourceOf(node: FlowNode): ts.Node | undefined {
  switch (node.kind) {
    case 'call':
      return node.call;
    case 'access':
      return node.node;
    case 'assign':
    case 'holder':
      return node.name;
    case 'branch':
      return node.condition;
    case 'catch':
      return node.clause;
    case 'callback':
      // A callback belongs to the link that runs it.
      return node.callee;
    case 'choice':
    case 'await':
    case 'leave':
    case 'opaque':
    case 'rejection':
      return node.of;
    case 'each':
    case 'repeat':
    case 'finally':
    case 'return':
    case 'throw':
      return undefined;
  }
}
