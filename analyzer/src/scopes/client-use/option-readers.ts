import ts from '../../typescript.ts';
import { eachNode } from '../../program/nodes-in.ts';
import type { Knowledge } from '../../recognize/knowledge.ts';
import { contextsOf } from '../find-contexts.ts';
import { propertiesIn, type WrittenProperty } from './settings-objects.ts';

const DEPTH = 4;

/** Whether the workspace's own code may look at a property: then it means something, whoever else gets its object. */
export function isReadElsewhere(knowledge: Knowledge, property: WrittenProperty): boolean {
  return readsOf(knowledge, property.name).some(({ node, from }) =>
    from === undefined ? true : mayHold(knowledge, node, from, property),
  );
}

interface Read {
  readonly node: ts.Node;
  /** The object that is read from; undefined where a parameter is taken apart. */
  readonly from: ts.Expression | undefined;
}

function readsOf({ slice }: Knowledge, name: string): readonly Read[] {
  const found: Read[] = [];
  for (const file of slice.files.filter(({ text }) => text.includes(name))) {
    eachNode(file, (node) => {
      const read = readAt(node, name);
      if (read !== undefined) found.push(read);
    });
  }
  return found;
}

function readAt(node: ts.Node, name: string): Read | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === name && !isAssigned(node) ? { node, from: node.expression } : undefined;
  }
  if (ts.isElementAccessExpression(node)) {
    const key = node.argumentExpression;
    return ts.isStringLiteralLike(key) && key.text === name ? { node, from: node.expression } : undefined;
  }
  return ts.isBindingElement(node) ? takenApart(node, name) : undefined;
}

function takenApart(node: ts.BindingElement, name: string): Read | undefined {
  const key = node.propertyName ?? node.name;
  if (!(ts.isIdentifier(key) || ts.isStringLiteralLike(key)) || key.text !== name) return undefined;
  const holder = node.parent.parent;
  return { node, from: ts.isVariableDeclaration(holder) ? holder.initializer : undefined };
}

function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isBinaryExpression(parent) && parent.left === node;
}

/** An object that nobody knows may be that one. */
function mayHold(knowledge: Knowledge, node: ts.Node, from: ts.Expression, property: WrittenProperty): boolean {
  return contextsOf(knowledge, node).some((env) =>
    knowledge
      .valuesOf({ node: from, env })
      .some(
        (value) =>
          value.kind === 'opaque' || propertiesIn(knowledge, value, DEPTH).some((read) => read.node === property.node),
      ),
  );
}
