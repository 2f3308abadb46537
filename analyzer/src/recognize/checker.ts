import type ts from 'typescript';

/** The questions that code about values asks the compiler. Each is recorded (see `recording-checker.ts`), so there are no others. */
export type Checker = Pick<
  ts.TypeChecker,
  | 'getAliasedSymbol'
  | 'getAwaitedType'
  | 'getConstantValue'
  | 'getContextualType'
  | 'getIndexTypeOfType'
  | 'getNonNullableType'
  | 'getPropertyOfType'
  | 'getResolvedSignature'
  | 'getShorthandAssignmentValueSymbol'
  | 'getSignatureFromDeclaration'
  | 'getSymbolAtLocation'
  | 'getTypeArguments'
  | 'getTypeAtLocation'
  | 'getTypeOfSymbolAtLocation'
  | 'isArrayType'
  | 'typeToString'
>;
