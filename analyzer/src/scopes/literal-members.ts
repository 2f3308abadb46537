import ts from '../typescript.ts';
import type { LiteralMember } from '../recognize/file-tables.ts';
import { nameText } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { memberName } from '../recognize/source-index.ts';
import type { FunctionNode } from '../recognize/value.ts';

type Member = LiteralMember | ts.MethodDeclaration;

/**
 * The members of the types that object literals with a function in them are written for: calls name those.
 * `const broker: Broker = { subscribe }`.
 */
export function membersAboveLiterals(knowledge: Knowledge, fn: FunctionNode): readonly ts.Node[] {
  const name = memberName(fn);
  if (name === undefined) return [];
  const { checker, slice } = knowledge;
  return holdersOf(knowledge, fn, name).flatMap((member) => {
    const spelt = nameText(member.name);
    const type = ts.isObjectLiteralExpression(member.parent) ? checker.getContextualType(member.parent) : undefined;
    const property = spelt === undefined || type === undefined ? undefined : checker.getPropertyOfType(type, spelt);
    const signatures =
      property === undefined ? [] : checker.getTypeOfSymbolAtLocation(property, member).getCallSignatures();
    return signatures.flatMap((signature) => {
      // The compiler types the declaration as always present where it has one.
      const declaration: ts.Node | undefined = signature.declaration;
      return declaration === undefined || slice.stubOf(declaration.getSourceFile()) !== undefined ? [] : [declaration];
    });
  });
}

/** Where a function goes into an object literal of its own file, as it is or by its name. */
function holdersOf({ index }: Knowledge, fn: FunctionNode, name: string): readonly Member[] {
  const own = ts.isMethodDeclaration(fn) ? fn : fn.parent;
  if (isMember(own)) return [own];
  const isNamed = ts.isFunctionDeclaration(fn) || ts.isVariableDeclaration(fn.parent);
  return isNamed ? index.holdersIn(fn.getSourceFile(), name) : [];
}

function isMember(node: ts.Node): node is Member {
  const isKind =
    ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isMethodDeclaration(node);
  return isKind && ts.isObjectLiteralExpression(node.parent);
}
