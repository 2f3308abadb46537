import ts from '../typescript.ts';
import type { Checker } from './checker.ts';
import type { AnyCall } from './knowledge.ts';

/**
 * The declaration of the signature that a call resolves to. Where a callee has one signature there is nothing to choose:
 * then its arguments need not be checked, which is most of what resolving a call costs.
 */
export function calledDeclaration(checker: Checker, call: AnyCall): ts.Node | undefined {
  const [only, ...others] = ts.isCallExpression(call)
    ? checker.getTypeAtLocation(call.expression).getCallSignatures()
    : [];
  if (only !== undefined && others.length === 0) return declarationIn(only);
  return declarationIn(checker.getResolvedSignature(call));
}

/** The compiler types the declaration as always present where it has one. */
function declarationIn(signature: ts.Signature | undefined): ts.Node | undefined {
  return signature?.declaration;
}
