import type ts from 'typescript';

/** The compiler types `parent` as always present; a source file, and what stands by itself, has none. */
export function parentOf(node: ts.Node): ts.Node | undefined {
  return node.parent;
}
