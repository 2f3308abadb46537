import ts from '../typescript.ts';
import type { LibraryStub } from '../facts/library-stub.ts';
import { envOf, type Env } from './env.ts';
import { isFunctionNode } from './function-node.ts';
import type { AnyCall, Callees, Knowledge, LibraryCall } from './knowledge.ts';
import { methodsOf } from './member-values.ts';
import { declarationsOf, isStubNode } from './typed-value.ts';
import { stripExpression } from './strip.ts';
import { tagsOf } from './tags-of.ts';
import type { FunctionValue, Value } from './value.ts';

/** What a call may run, by the callee's value first and by its declared signature where the value is not known. */
export function calleesOf(knowledge: Knowledge, call: AnyCall, env: Env | undefined): Callees {
  const { declaration } = knowledge.index.calledBy(call);
  const named = declaration === undefined ? [] : libraryCall(knowledge, declaration);
  // A bare function type of a stub says how a callback is called, not what it does.
  if (named.length > 0 && !isBareFunctionType(named)) return { library: named, functions: [], complete: true };
  if (ts.isNewExpression(call)) return { library: libraryClass(knowledge, call), functions: [], complete: true };
  const callee = ts.isTaggedTemplateExpression(call) ? call.tag : call.expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return { library: [], functions: [], complete: true };
  return byValue(knowledge, callee, env) ?? byDeclaration(knowledge, named, declaration);
}

function isBareFunctionType(named: readonly LibraryCall[]): boolean {
  return named.every(({ declaration, tags }) => ts.isFunctionTypeNode(declaration) && tags.length === 0);
}

function byValue(knowledge: Knowledge, callee: ts.Expression, env: Env | undefined): Callees | undefined {
  const values = knowledge.valuesOf({ node: callee, env });
  const found = values.filter((value): value is FunctionValue => value.kind === 'function');
  const taught = found.flatMap((value) => userCall(value.fn));
  if (taught.length > 0) return { library: taught, functions: [], complete: true };
  // A look-up that may find nothing calls nothing then.
  const others = values.filter((value) => value.kind !== 'function' && value.kind !== 'constant');
  if (found.length > 0) return { library: [], functions: found, complete: others.length === 0 };
  const library = memberByValue(knowledge, callee, env);
  return library.length > 0 ? { library, functions: [], complete: true } : undefined;
}

function byDeclaration(knowledge: Knowledge, named: readonly LibraryCall[], declaration: ts.Node | undefined): Callees {
  if (named.length > 0) return { library: named, functions: [], complete: true };
  return { library: [], functions: declaredFunctions(knowledge, declaration), complete: false };
}

/** What stands behind a declaration that the user tagged. */
const USER_STUB: LibraryStub = { specifier: '', packageName: '', role: 'sink', fileName: '', text: '' };

/** A function of the workspace whose own tags say what it does: its body is not looked into. */
function userCall(declaration: ts.Node): readonly LibraryCall[] {
  const tags = [...tagsOf(declaration), ...tagsOf(statementOf(declaration))].filter((tag) => tag.verb !== 'idempotent');
  return tags.length === 0 ? [] : [{ declaration, stub: USER_STUB, tags }];
}

/** The comment of `const save = async () => …` hangs on the statement. */
export function statementOf(declaration: ts.Node): ts.Node {
  const holder = declaration.parent;
  const isValue = ts.isArrowFunction(declaration) || ts.isFunctionExpression(declaration);
  return isValue && ts.isVariableDeclaration(holder) ? holder.parent.parent : declaration;
}

function libraryCall(knowledge: Knowledge, declaration: ts.Node): readonly LibraryCall[] {
  const stub = knowledge.slice.stubOf(declaration.getSourceFile());
  return stub === undefined ? userCall(declaration) : [{ declaration, stub, tags: tagsOf(declaration) }];
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
  return ts.isIdentifier(callee) ? destructuredFrom(knowledge, callee, env) : undefined;
}

/** `const { send } = source`, `({ resolveOffset }) => …`: the receiver that a bare call has lost. */
function destructuredFrom(
  knowledge: Knowledge,
  name: ts.Identifier,
  env: Env | undefined,
): { readonly receivers: readonly Value[]; readonly name: string } | undefined {
  const declaration = knowledge.checker.getSymbolAtLocation(name)?.declarations?.[0];
  if (declaration === undefined || !ts.isBindingElement(declaration)) return undefined;
  const holder = declaration.parent.parent;
  const member = declaration.propertyName ?? declaration.name;
  if (!ts.isIdentifier(member)) return undefined;
  if (ts.isParameter(holder)) return { receivers: givenTo(knowledge, holder, env), name: member.text };
  if (!ts.isVariableDeclaration(holder) || holder.initializer === undefined) return undefined;
  return { receivers: knowledge.valuesOf({ node: holder.initializer, env }), name: member.text };
}

/** What a parameter stands for in the call that an env is of. */
function givenTo(knowledge: Knowledge, parameter: ts.ParameterDeclaration, env: Env | undefined): readonly Value[] {
  const binding = envOf(parameter.parent, env)?.bindings.get(parameter);
  if (binding?.kind === 'argument') return knowledge.valuesOf(binding.ref);
  return binding?.kind === 'value' ? [binding.value] : [];
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
