import ts from '../typescript.ts';
import { decoratorCalls } from '../recognize/decorator-calls.ts';
import type { AnyCall, Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { applies } from '../recognize/tag-condition.ts';
import { isTagged } from '../recognize/tags-of-call.ts';
import type { Binding, InstanceValue } from '../recognize/value.ts';
import type { Entry } from './entry.ts';
import { autoCommitAt } from './find-auto-commit.ts';
import type { Creation } from './creations.ts';
import { filtersFor } from './find-filter.ts';
import { hostsFor } from './find-hosts.ts';

/** A method that a decorator marks as a handler, with the call that is the decorator. */
export interface DecoratedMethod {
  readonly method: ts.MethodDeclaration;
  readonly decorator: ts.CallExpression;
  readonly library: LibraryCall;
}

/** Methods that a call marks as handlers, and that some application hands messages to. */
export function decoratedEntries(
  knowledge: Knowledge,
  decorating: ts.CallExpression | ts.NewExpression,
): readonly Entry[] {
  return decoratedBy(knowledge, decorating).flatMap(({ method, decorator, library }): readonly Entry[] => {
    const owner = method.parent;
    const tag = library.tags.find(({ verb }) => verb === 'handle');
    const hosts = hostsFor(knowledge, method);
    if (!ts.isClassLike(owner) || hosts === 'other') return [];
    const self: InstanceValue = { kind: 'instance', declaration: owner, creation: undefined };
    return [
      {
        kind: 'handler',
        delivery: 'each-message',
        fn: { kind: 'function', fn: method, closure: undefined, self },
        caller: undefined,
        parameters: payloadOf(knowledge, method),
        library,
        autoCommit: autoCommitAt(knowledge, undefined, hosts),
        autoResolve: true,
        consumers: hosts.map(({ call }) => call),
        creations: hosts,
        ...(tag === undefined ? {} : { pattern: { call: decorator, env: undefined, tag } }),
        ...filteredBy(knowledge, method, library, hosts),
      },
    ];
  });
}

/** A handler that replies has the sender told of its error, whatever a filter makes of it, and goes on to the next message. */
function filteredBy(
  knowledge: Knowledge,
  method: ts.MethodDeclaration,
  library: LibraryCall,
  hosts: readonly Creation[],
): Pick<Entry, 'filters'> {
  const replies = library.tags.some(({ verb, words }) => verb === 'handle' && words.includes('replies'));
  return { filters: replies ? [{ answers: true }] : filtersFor(knowledge, method, hosts) };
}

/** The methods that a call marks, if it stands for a decorator. */
export function decoratedBy(
  knowledge: Knowledge,
  call: ts.CallExpression | ts.NewExpression,
): readonly DecoratedMethod[] {
  if (!ts.isCallExpression(call)) return [];
  const [library] = knowledge.calleesOf(call, undefined).library;
  if (library === undefined || !says(knowledge, library, call, 'handle')) return [];
  if (says(knowledge, library, call, 'other-source')) return [];
  return methodsUnder(knowledge, call).map((method) => ({ method, decorator: call, library }));
}

function says(knowledge: Knowledge, library: LibraryCall, call: AnyCall, verb: string): boolean {
  return library.tags.some((tag) => tag.verb === verb && applies(knowledge, tag, call, undefined) === 'yes');
}

/** The method that a call decorates, or the methods that a decorator made of it decorates. */
function methodsUnder(knowledge: Knowledge, call: ts.CallExpression): readonly ts.MethodDeclaration[] {
  const direct = methodUnder(call);
  if (direct !== undefined) return [direct];
  const fn = enclosingFunction(call);
  return fn === undefined ? [] : knowledge.index.callsOf(fn).flatMap((user) => methodUnder(user) ?? []);
}

function methodUnder(call: ts.CallExpression): ts.MethodDeclaration | undefined {
  const decorator = call.parent;
  if (!ts.isDecorator(decorator)) return undefined;
  const { parent } = decorator;
  return ts.isMethodDeclaration(parent) && parent.body !== undefined ? parent : undefined;
}

/** A parameter that a decorator marks is the message; without any decorator, the first one is. */
function payloadOf(knowledge: Knowledge, method: ts.MethodDeclaration): readonly (Binding | undefined)[] {
  const isPlain = method.parameters.every((parameter) => decoratorCalls(parameter).length === 0);
  return method.parameters.map((parameter, i): Binding | undefined => {
    const isMessage = isPlain
      ? i === 0
      : decoratorCalls(parameter).some((call) => isTagged(knowledge, call, undefined, 'message'));
    if (!isMessage) return undefined;
    const type = knowledge.checker.getTypeAtLocation(parameter);
    return { kind: 'value', value: { kind: 'library', type, origin: parameter, env: undefined, message: true } };
  });
}
