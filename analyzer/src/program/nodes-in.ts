import ts from '../typescript.ts';

// A file may nest deeper than the call stack allows: all of these walk with a stack of their own, the last child first.

/** Whether a node, or one below it, is what is looked for. */
export function someNode(root: ts.Node, is: (node: ts.Node) => boolean): boolean {
  const pending: ts.Node[] = [root];
  const add = (child: ts.Node): void => void pending.push(child);
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (is(node)) return true;
    ts.forEachChild(node, add);
  }
  return false;
}

/** The first of a kind. */
export function findNode<Node extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Node): Node | undefined {
  let found: Node | undefined;
  someNode(root, (node) => {
    if (!is(node)) return false;
    found = node;
    return true;
  });
  return found;
}

export function eachNode(root: ts.Node, visit: (node: ts.Node) => void): void {
  someNode(root, (node) => {
    visit(node);
    return false;
  });
}

/** The nodes right below one, in the order of the text. */
export function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  return children;
}

/** All of a kind. */
export function nodesIn<Node extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Node): readonly Node[] {
  const found: Node[] = [];
  eachNode(root, (node) => {
    if (is(node)) found.push(node);
  });
  return found;
}
