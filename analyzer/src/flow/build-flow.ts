import ts from '../typescript.ts';
import { bodyOf, isFunctionNode } from '../recognize/function-node.ts';
import { lowerCondition } from './expressions/conditions.ts';
import { lowerExpression } from './expressions/lower-expression.ts';
import { lowerBinding, lowerDefault } from './expressions/patterns.ts';
import type { FlowGraph, FlowOwner, NodeId } from './flow-graph.ts';
import { type NodeStore, createNodeStore } from './node-store.ts';
import { reachableNodes } from './reachable-nodes.ts';
import { type Lowering, type Scope, returned } from './scope.ts';
import { lowerStatements } from './statements/block.ts';
import { lowerStatement } from './statements/lower-statement.ts';
import { lowerTurn } from './statements/loops.ts';

/** More nodes than this are of no use to anyone who explores paths. */
const MAX_NODES = 20_000;

const lowering: Lowering = {
  expression: lowerExpression,
  condition: lowerCondition,
  statement: lowerStatement,
};

interface Lowered {
  readonly graph: FlowGraph;
  /** What was lowered. */
  readonly body: ts.Node;
  /** What it rests on that is no part of its owner. */
  readonly outside: readonly OutsideAnswer[];
  /** The last tree that gives these answers. */
  tree: ts.SourceFile | undefined;
}

interface OutsideAnswer {
  readonly ask: () => boolean;
  readonly answer: boolean;
}

const known = new WeakMap<FlowOwner, Lowered>();

/**
 * The graph of a function, of one turn of a loop or of a file's top-level code, built on first demand, and again when what
 * is around its owner gives another answer. Never throws.
 */
export function flowOf(owner: FlowOwner): FlowGraph {
  const before = known.get(owner);
  if (before !== undefined && stands(before, owner)) return before.graph;
  const lowered = buildFlow(owner);
  known.set(owner, lowered);
  return lowered.graph;
}

function stands(lowered: Lowered, owner: FlowOwner): boolean {
  if (lowered.body !== bodyIn(owner)) return false;
  const tree = treeOf(owner);
  if (lowered.tree === tree) return true;
  lowered.tree = tree;
  return lowered.outside.every(({ ask, answer }) => ask() === answer);
}

function bodyIn(owner: FlowOwner): ts.Node {
  return isFunctionNode(owner) ? bodyOf(owner) : owner;
}

/** The compiler says that every node has one; what is made by hand has none. */
function treeOf(owner: FlowOwner): ts.SourceFile | undefined {
  return owner.getSourceFile();
}

function buildFlow(owner: FlowOwner): Lowered {
  const [body, tree] = [bodyIn(owner), treeOf(owner)];
  const outside: OutsideAnswer[] = [];
  try {
    return { graph: lowerOwner(owner, outside), body, outside, tree };
  } catch {
    // Code nested deeper than the stack: the graph says so itself, and whoever reads it reports it.
    return { graph: unknownFlow(owner), body, outside, tree };
  }
}

function lowerOwner(owner: FlowOwner, outside: OutsideAnswer[]): FlowGraph {
  const nodes = createNodeStore(MAX_NODES);
  const exit = nodes.add({ kind: 'throw', of: owner });
  const end = nodes.add({ kind: 'return' });
  const scope: Scope = {
    nodes,
    lower: lowering,
    outside: (ask) => {
      const answer = ask();
      outside.push({ ask, answer });
      return answer;
    },
    error: exit,
    end,
    exit,
    target: undefined,
    cleanup: undefined,
    copy: false,
  };
  const start = lowerStart(scope, owner);
  const truncated = nodes.isFull();
  const entry = truncated ? opaqueEntry(nodes, owner, start, exit) : start;
  return { owner, entry: 0, nodes: reachableNodes(nodes.steps(), entry), truncated };
}

function lowerStart(scope: Scope, owner: FlowOwner): NodeId {
  if (ts.isSourceFile(owner)) return lowerStatements(scope, owner.statements, scope.end);
  if (ts.isIterationStatement(owner, false)) return lowerTurn(scope, owner, scope.end);
  return lowerParameters(scope, owner.parameters, lowerBody(scope, owner));
}

function lowerBody(scope: Scope, owner: ts.FunctionLikeDeclaration): NodeId {
  const { body } = owner;
  if (body === undefined) return opaqueEntry(scope.nodes, owner, scope.end, scope.exit);
  if (ts.isBlock(body)) return lowerStatements(scope, body.statements, scope.end);
  return lowerExpression(scope, body, returned, scope.nodes.add({ kind: 'return', value: body }));
}

function lowerParameters(scope: Scope, parameters: readonly ts.ParameterDeclaration[], next: NodeId): NodeId {
  return parameters.reduceRight((after, parameter) => {
    const bound = lowerBinding(scope, parameter.name, after);
    return lowerDefault(scope, parameter, parameter.initializer, bound);
  }, next);
}

function opaqueEntry(nodes: NodeStore, owner: FlowOwner, next: NodeId, error: NodeId): NodeId {
  return nodes.add({ kind: 'opaque', of: owner, next, error });
}

function unknownFlow(owner: FlowOwner): FlowGraph {
  const nodes = createNodeStore(MAX_NODES);
  const exit = nodes.add({ kind: 'throw', of: owner });
  const entry = opaqueEntry(nodes, owner, nodes.add({ kind: 'return' }), exit);
  return { owner, entry: 0, nodes: reachableNodes(nodes.steps(), entry), truncated: true };
}
