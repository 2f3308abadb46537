import ts from '../typescript.ts';
import { parseTag, type Tag } from './tag.ts';

const cache = new WeakMap<ts.Node, readonly Tag[]>();

/** The `@eos` tags of a declaration; for a property of function type, those of the property. */
export function tagsOf(declaration: ts.Node): readonly Tag[] {
  const known = cache.get(declaration);
  if (known !== undefined) return known;
  const tags = ts
    .getJSDocTags(carrierOf(declaration))
    .filter((tag) => tag.tagName.text === 'eos')
    .flatMap((tag) => parseTag(ts.getTextOfJSDocComment(tag.comment) ?? '') ?? []);
  cache.set(declaration, tags);
  return tags;
}

/** A signature inside a type hangs below the member that carries the comment. */
function carrierOf(declaration: ts.Node): ts.Node {
  let node = declaration;
  while (
    ts.isFunctionTypeNode(node) ||
    ts.isParenthesizedTypeNode(node) ||
    ts.isUnionTypeNode(node) ||
    ts.isIntersectionTypeNode(node) ||
    ts.isTypeLiteralNode(node) ||
    ts.isConstructorTypeNode(node)
  ) {
    node = node.parent;
  }
  return node;
}
