import type ts from 'typescript';
import type { Env } from './env.ts';
import type { Knowledge } from './knowledge.ts';
import type { Tag } from './tag.ts';
import { tagsOf } from './tags-of.ts';

/** What a library says of a property that is read: by its declaration, or by the value of an untyped owner. */
export function propertyTags(
  knowledge: Knowledge,
  node: ts.PropertyAccessExpression,
  env: Env | undefined,
): readonly Tag[] {
  const { checker } = knowledge;
  const declared = checker.getSymbolAtLocation(node.name);
  const symbols =
    declared === undefined
      ? knowledge
          .valuesOf({ node: node.expression, env })
          .flatMap((value) =>
            value.kind === 'library' ? (checker.getPropertyOfType(value.type, node.name.text) ?? []) : [],
          )
      : [declared];
  return symbols.flatMap(({ declarations }) => (declarations ?? []).flatMap((declaration) => tagsOf(declaration)));
}
