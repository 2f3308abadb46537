import type ts from 'typescript';
import type { Checker } from './checker.ts';
import type { Notes } from './notes.ts';

/** The same answers; whatever they lead to is noted. */
export function recordingChecker(
  checker: Checker,
  { note, noteSymbol, noteType }: Pick<Notes<unknown>, 'note' | 'noteSymbol' | 'noteType'>,
): Checker {
  const symbol = <S extends ts.Symbol | undefined>(found: S): S => {
    noteSymbol(found);
    return found;
  };
  const type = <T extends ts.Type | undefined>(found: T): T => {
    if (found !== undefined) noteType(found);
    return found;
  };
  const signature = <S extends ts.Signature | undefined>(found: S): S => {
    // The compiler types the declaration as always present where it has one.
    const declaration: ts.Node | undefined = found?.declaration;
    if (declaration !== undefined) note(declaration);
    return found;
  };
  return {
    getAliasedSymbol: (of) => symbol(checker.getAliasedSymbol(of)),
    getAwaitedType: (of) => type(checker.getAwaitedType(of)),
    getConstantValue: (of) => checker.getConstantValue(of),
    getContextualType: (of) => type(checker.getContextualType(of)),
    getIndexTypeOfType: (of, kind) => type(checker.getIndexTypeOfType(of, kind)),
    getNonNullableType: (of) => type(checker.getNonNullableType(of)),
    getPropertyOfType: (of, name) => symbol(checker.getPropertyOfType(of, name)),
    getResolvedSignature: (of) => signature(checker.getResolvedSignature(of)),
    getShorthandAssignmentValueSymbol: (of) => symbol(checker.getShorthandAssignmentValueSymbol(of)),
    getSignatureFromDeclaration: (of) => signature(checker.getSignatureFromDeclaration(of)),
    getSymbolAtLocation: (of) => symbol(checker.getSymbolAtLocation(of)),
    getTypeArguments: (of) => checker.getTypeArguments(of).map((each) => type(each)),
    getTypeAtLocation: (of) => type(checker.getTypeAtLocation(of)),
    getTypeOfSymbolAtLocation: (of, at) => type(checker.getTypeOfSymbolAtLocation(of, at)),
    isArrayType: (of) => checker.isArrayType(of),
    typeToString: (of) => checker.typeToString(of),
  };
}
