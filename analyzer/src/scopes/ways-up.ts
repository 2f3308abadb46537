import ts from '../typescript.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import type { FunctionNode } from '../recognize/value.ts';
import { declarationsAbove } from './find-contexts.ts';

/** A function from which a node is reached. */
export interface WayUp {
  readonly fn: FunctionNode;
  /** The node in the function that leads there: the node itself, a call, or a function that is handed over. */
  readonly spot: ts.Node;
  /** The functions on the way, the innermost first, this one last. */
  readonly through: readonly FunctionNode[];
}

const MOST = 60;

/**
 * The functions that a node is reached from, nearest first, each by one way: those around it, and their callers. What
 * leads to a root is not asked.
 */
export function waysUp(
  knowledge: Knowledge,
  node: ts.Node,
  isRoot: (fn: ts.Node) => boolean = () => false,
): readonly WayUp[] {
  const found: WayUp[] = [];
  const seen = new Set<FunctionNode>();
  const enter = (spot: ts.Node, below: readonly FunctionNode[]): void => {
    const fn = enclosingFunction(spot);
    if (fn === undefined || seen.has(fn) || found.length >= MOST) return;
    seen.add(fn);
    found.push({ fn, spot, through: [...below, fn] });
  };
  enter(node, []);
  for (let i = 0; i < found.length; i += 1) {
    const way = found[i];
    if (way === undefined) break;
    const { fn, through } = way;
    if (isRoot(fn)) continue;
    for (const declaration of [fn, ...declarationsAbove(knowledge, fn)])
      for (const call of knowledge.index.callsOf(declaration)) enter(call, through);
    // A function that is handed over where it is written runs for whoever it is handed to there.
    if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) enter(fn, through);
  }
  return found;
}
