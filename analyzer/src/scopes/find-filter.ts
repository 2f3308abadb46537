import ts from '../typescript.ts';
import { isAsync } from '../recognize/async-function.ts';
import { decoratorCalls } from '../recognize/decorator-calls.ts';
import { memberOf } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf, refsAt } from '../recognize/path-refs.ts';
import { baseOf } from '../recognize/property-values.ts';
import { applies } from '../recognize/tag-condition.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { pathsOf } from '../recognize/tag.ts';
import { isStubNode } from '../recognize/typed-value.ts';
import type { FunctionValue, InstanceValue, Ref } from '../recognize/value.ts';
import type { ErrorFilter } from '../summaries/error-filter.ts';
import { symbolAt } from '../recognize/symbol-at.ts';
import { isTagged, tagsOfCall } from '../recognize/tags-of-call.ts';
import type { Creation } from './creations.ts';
import { providedFilters } from './provided-filters.ts';

/**
 * The filters that may be given what a decorated method throws, nearest first. An async one that returns has dealt with
 * the exception; after any other the library has its own way, and throws it on.
 */
export function filtersFor(
  knowledge: Knowledge,
  method: ts.MethodDeclaration,
  hosts: readonly Creation[],
): readonly ErrorFilter[] {
  const own = [method, method.parent].flatMap((node) =>
    decoratorCalls(node).flatMap((call) => [...filtersAt(knowledge, call)].reverse()),
  );
  return [...own, ...globalFilters(knowledge, hosts)].flatMap((filter) => filterIn(knowledge, filter));
}

/** `app.useGlobalFilters(…)`, on the application that hands messages to the method, and what its modules provide. */
function globalFilters(knowledge: Knowledge, hosts: readonly Creation[]): readonly ts.ClassLikeDeclaration[] {
  const inheriting = hosts.filter((host) => inherits(knowledge, host));
  const own = new Set<ts.Node>(
    [...hosts, ...inheriting.flatMap((host) => parentOf(knowledge, host))].map(({ call }) => call),
  );
  const used = callsTagged(knowledge, 'filters').flatMap((call) => {
    const receiver = ts.isCallExpression(call) ? receiverOf(call) : undefined;
    if (receiver === undefined || !ts.isCallExpression(call)) return [];
    const values = knowledge.valuesOf({ node: receiver, env: undefined });
    const isOwn = values.some((value) => value.kind === 'library' && own.has(value.origin));
    return isOwn ? filtersAt(knowledge, call) : [];
  });
  const provided = providedFilters(knowledge, inheriting).flatMap((ref) => classesOf(knowledge, ref));
  return [...used, ...provided].reverse();
}

/** Whether an application takes over what its modules provide for the whole of it. */
function inherits(knowledge: Knowledge, { call, env }: Creation): boolean {
  return tagsOfCall(knowledge, call, undefined).some(
    (tag) => tag.verb === 'global-providers' && applies(knowledge, tag, call, env) === 'yes',
  );
}

/** `app.connectMicroservice(…)` takes over what is set on the application, too. */
function parentOf(knowledge: Knowledge, { call, env }: Creation): readonly Pick<Creation, 'call'>[] {
  const receiver = receiverOf(call);
  const values = receiver === undefined ? [] : knowledge.valuesOf({ node: receiver, env });
  return values.flatMap((value) =>
    value.kind === 'library' && ts.isCallExpression(value.origin) ? [{ call: value.origin }] : [],
  );
}

/** The classes of the filters that a call is given, or of which it is given an object. */
function filtersAt(knowledge: Knowledge, call: ts.CallExpression): readonly ts.ClassLikeDeclaration[] {
  return tagsOfCall(knowledge, call, undefined)
    .filter(({ verb }) => verb === 'filters')
    .flatMap((tag) => pathsOf(tag, 'at'))
    .flatMap((path) => refsAt(knowledge, call, path, undefined).refs)
    .flatMap((ref) => classesOf(knowledge, ref));
}

function classesOf(knowledge: Knowledge, ref: Ref): readonly ts.ClassLikeDeclaration[] {
  const values = knowledge.valuesOf(ref);
  return values.flatMap((value) => (value.kind === 'class' || value.kind === 'instance' ? [value.declaration] : []));
}

function filterIn(knowledge: Knowledge, filter: ts.ClassLikeDeclaration): readonly ErrorFilter[] {
  const catches = decoratorCalls(filter).find((call) => isTagged(knowledge, call, undefined, 'catches'));
  if (catches === undefined) return [];
  const isForAny = catches.arguments.length === 0 || catches.arguments.some((each) => isAnyError(knowledge, each));
  const fn = dealsWith(knowledge, filter);
  return [{ ...(isForAny ? {} : { classes: catches.arguments }), ...(fn === undefined ? {} : { fn }) }];
}

/** `@Catch(Error)`. */
function isAnyError(knowledge: Knowledge, node: ts.Expression): boolean {
  const [declaration] =
    ts.isIdentifier(node) && node.text === 'Error' ? (symbolAt(knowledge, node)?.declarations ?? []) : [];
  return declaration !== undefined && isStubNode(knowledge, declaration);
}

function dealsWith(knowledge: Knowledge, filter: ts.ClassLikeDeclaration): FunctionValue | undefined {
  const method = memberOf(filter, 'catch', false, (declaration) => baseOf(knowledge, declaration));
  if (method === undefined || !ts.isMethodDeclaration(method) || method.body === undefined) return undefined;
  const self: InstanceValue = { kind: 'instance', declaration: filter, creation: undefined };
  return isAsync(method) ? { kind: 'function', fn: method, closure: undefined, self } : undefined;
}
