import ts from '../typescript.ts';
import { nodesIn } from '../program/nodes-in.ts';
import type { AnyCall, Knowledge } from '../recognize/knowledge.ts';
import { tagsOf } from '../recognize/tags-of.ts';

/** Whoever gets the handle may send the offsets with it, unless it is a class in sight that only keeps it. */
export function handsOverTransaction(knowledge: Knowledge, call: AnyCall, around: readonly AnyCall[] = []): boolean {
  const args = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  const types = args.map((argument) => knowledge.checker.getTypeAtLocation(argument));
  if (types.some((type) => isKeptIn(knowledge, type))) return true;
  return types.some((type) => isTransaction(type)) && !isKept(knowledge, call, around);
}

function isTransaction(type: ts.Type): boolean {
  return type
    .getProperties()
    .some((property) =>
      (property.declarations ?? []).some((d) => tagsOf(d).some((tag) => tag.verb === 'send-offsets')),
    );
}

/** An instance takes along what its class keeps. */
function isKeptIn({ checker }: Knowledge, type: ts.Type): boolean {
  if (!type.isClass() || type.symbol.valueDeclaration?.getSourceFile().isDeclarationFile !== false) return false;
  return type.getProperties().some((property) => {
    const declaration = property.valueDeclaration;
    const isField = declaration !== undefined && (ts.isParameter(declaration) || ts.isPropertyDeclaration(declaration));
    return isField && isTransaction(checker.getTypeAtLocation(declaration));
  });
}

/** What an instance does with the handle is done where its methods are called. */
function isKept(knowledge: Knowledge, call: AnyCall, around: readonly AnyCall[]): boolean {
  const isCreation = ts.isNewExpression(call) || (ts.isCallExpression(call) && isSuper(call));
  // A constructor may come back to itself.
  if (!isCreation || around.includes(call)) return isCreation;
  const declared = knowledge.checker.getResolvedSignature(call)?.declaration;
  if (declared === undefined || !ts.isConstructorDeclaration(declared) || declared.body === undefined) return false;
  return nodesIn(declared.body, isMaking).every((inner) => !handsOverTransaction(knowledge, inner, [...around, call]));
}

function isSuper({ expression }: ts.CallExpression): boolean {
  return expression.kind === ts.SyntaxKind.SuperKeyword;
}

function isMaking(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node);
}
