import ts from 'typescript';
import type { Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { AnyCall, Callees, Knowledge, LibraryCall } from './knowledge.ts';
import { methodsOf } from './member-values.ts';
import { declarationsOf, isStubNode } from './typed-value.ts';
import { stripExpression } from './strip.ts';
import { tagsOf } from './tags-of.ts';
import type { FunctionValue, Value } from './value.ts';

/** What a call may run, by the callee's value first and by its declared signature where the value is not known. */
export function calleesOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): Callees {
  const declaration = knowledge.checker.getResolvedSignature(call)?.declaration;
  if (declaration !== undefined && isStubNode(knowledge, declaration)) {
    return { library: libraryCall(knowledge, declaration), functions: [], complete: true };
  }
  if (ts.isNewExpression(call)) return { library: libraryClass(knowledge, call), functions: [], complete: true };
  const callee = ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return { library: [], functions: [], complete: true };
  const values = knowledge.valuesOf({ node: callee, env });
  const functions = values.filter((value): value is FunctionValue => value.kind === 'function');
  if (functions.length > 0) {
    return { library: [], functions, complete: values.length === functions.length };
  }
  const library = memberByValue(knowledge, callee, env);
  if (library.length > 0) return { library, functions: [], complete: true };
  return { library: [], functions: declaredFunctions(knowledge, declaration), complete: false };
}

function libraryCall(knowledge: Knowledge, declaration: ts.Node): readonly LibraryCall[] {
  const stub = knowledge.slice.stubOf(declaration.getSourceFile());
  return stub === undefined ? [] : [{ declaration, stub, tags: tagsOf(declaration) }];
}

/** `new X()` without a construct signature of its own: the tags stand on the class. */
function libraryClass(knowledge: Knowledge, call: ts.NewExpression): readonly LibraryCall[] {
  const type = knowledge.checker.getTypeAtLocation(call);
  return declarationsOf(type)
    .filter((declaration) => isStubNode(knowledge, declaration))
    .slice(0, 1)
    .flatMap((declaration) => libraryCall(knowledge, declaration));
}

/** An untyped receiver whose value is a library's object: the member of its type. */
function memberByValue(knowledge: Knowledge, calleeNode: ts.Expression, env: Env | undefined): readonly LibraryCall[] {
  const callee = stripExpression(calleeNode);
  const target = memberTarget(knowledge, callee, env);
  if (target === undefined) return [];
  return target.receivers.flatMap((value) => {
    if (value.kind !== 'library') return [];
    const member = knowledge.checker.getPropertyOfType(value.type, target.name)?.declarations?.[0];
    return member !== undefined && isStubNode(knowledge, member) ? libraryCall(knowledge, member) : [];
  });
}

function memberTarget(
  knowledge: Knowledge,
  callee: ts.Expression,
  env: Env | undefined,
): { readonly receivers: readonly Value[]; readonly name: string } | undefined {
  if (ts.isPropertyAccessExpression(callee)) {
    return { receivers: knowledge.valuesOf({ node: callee.expression, env }), name: callee.name.text };
  }
  const source = ts.isIdentifier(callee) ? destructuredFrom(knowledge, callee) : undefined;
  if (source === undefined) return undefined;
  return { receivers: knowledge.valuesOf({ node: source.from, env }), name: source.name };
}

/** `const { send } = source`: the receiver that a bare call has lost. */
export function destructuredFrom(
  knowledge: Knowledge,
  name: ts.Identifier,
): { readonly from: ts.Expression; readonly name: string } | undefined {
  const declaration = knowledge.checker.getSymbolAtLocation(name)?.declarations?.[0];
  if (declaration === undefined || !ts.isBindingElement(declaration)) return undefined;
  const holder = declaration.parent.parent;
  const member = declaration.propertyName ?? declaration.name;
  if (!ts.isIdentifier(member)) return undefined;
  if (ts.isVariableDeclaration(holder) && holder.initializer !== undefined) {
    return { from: holder.initializer, name: member.text };
  }
  return undefined;
}

function declaredFunctions(knowledge: Knowledge, declaration: ts.Node | undefined): readonly FunctionValue[] {
  if (declaration === undefined) return [];
  if (ts.isMethodDeclaration(declaration) || ts.isMethodSignature(declaration)) {
    return methodsOf(knowledge, declaration).filter((value): value is FunctionValue => value.kind === 'function');
  }
  return isFunctionNode(declaration)
    ? [{ kind: 'function', fn: declaration, closure: undefined, self: undefined }]
    : [];
}
