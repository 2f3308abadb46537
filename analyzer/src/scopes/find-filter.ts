import ts from '../typescript.ts';
import { isAsync } from '../recognize/async-function.ts';
import { classOf } from '../recognize/file-tables.ts';
import { memberOf } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf, refsAt } from '../recognize/path-refs.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { pathsOf, type Tag } from '../recognize/tag.ts';
import type { FunctionValue, InstanceValue, Ref } from '../recognize/value.ts';
import type { Creation } from './creations.ts';

/**
 * The filter that is given whatever a decorated method throws: the one nearest to it, if it is for every exception. An
 * async one that returns has dealt with the exception; after any other the library has its own way, and throws it on.
 */
export function filterFor(
  knowledge: Knowledge,
  method: ts.MethodDeclaration,
  hosts: readonly Creation[],
): FunctionValue | undefined {
  const own = [method, method.parent]
    .flatMap((node) => decoratorsOf(node))
    .flatMap((call) => filtersAt(knowledge, call));
  const [filter] = [...own, ...globalFilters(knowledge, hosts)];
  return filter && caughtBy(knowledge, filter);
}

function decoratorsOf(node: ts.Node): readonly ts.CallExpression[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.flatMap(({ expression }) => (ts.isCallExpression(expression) ? [expression] : []));
}

/** `app.useGlobalFilters(…)`, on the application that hands messages to the method. */
function globalFilters(knowledge: Knowledge, hosts: readonly Creation[]): readonly ts.ClassLikeDeclaration[] {
  const own = new Set<ts.Node>(hosts.map(({ call }) => call));
  return callsTagged(knowledge, 'filters').flatMap((call) => {
    const receiver = ts.isCallExpression(call) ? receiverOf(call) : undefined;
    if (receiver === undefined || !ts.isCallExpression(call)) return [];
    const values = knowledge.valuesOf({ node: receiver, env: undefined });
    const isOwn = values.some((value) => value.kind === 'library' && own.has(value.origin));
    return isOwn ? filtersAt(knowledge, call) : [];
  });
}

/** The classes of the filters that a call is given, or of which it is given an object. */
function filtersAt(knowledge: Knowledge, call: ts.CallExpression): readonly ts.ClassLikeDeclaration[] {
  return tagsOf(knowledge, call, 'filters')
    .flatMap((tag) => pathsOf(tag, 'at'))
    .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
    .flatMap((ref) => classesOf(knowledge, ref));
}

function classesOf(knowledge: Knowledge, ref: Ref): readonly ts.ClassLikeDeclaration[] {
  const values = knowledge.valuesOf(ref);
  const found = values.flatMap((value) =>
    value.kind === 'class' || value.kind === 'instance' ? [value.declaration] : [],
  );
  return found;
}

function tagsOf(knowledge: Knowledge, call: ts.CallExpression, verb: string): readonly Tag[] {
  const tags = knowledge.calleesOf(call, undefined).library.flatMap((member) => member.tags);
  return tags.filter((tag) => tag.verb === verb);
}

function caughtBy(knowledge: Knowledge, filter: ts.ClassLikeDeclaration): FunctionValue | undefined {
  const catches = decoratorsOf(filter).find((call) => tagsOf(knowledge, call, 'catches').length > 0);
  if (catches === undefined || catches.arguments.length > 0) return undefined;
  const method = memberOf(filter, 'catch', false, (declaration) => baseOf(knowledge, declaration));
  if (method === undefined || !ts.isMethodDeclaration(method) || method.body === undefined) return undefined;
  const self: InstanceValue = { kind: 'instance', declaration: filter, creation: undefined };
  return isAsync(method) ? { kind: 'function', fn: method, closure: undefined, self } : undefined;
}

function baseOf(knowledge: Knowledge, declaration: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration | undefined {
  const [base] = declaration.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types ?? [];
  return base && classOf(base.expression, knowledge.checker);
}
