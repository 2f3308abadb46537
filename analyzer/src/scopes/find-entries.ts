import ts from '../typescript.ts';
import { someNode } from '../program/nodes-in.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { autoCommitOf, optionOf } from '../recognize/read-options.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { propertyValues } from '../recognize/property-values.ts';
import { pathsOf, type Path, type Tag } from '../recognize/tag.ts';
import type { Binding, FunctionNode, FunctionValue, Value } from '../recognize/value.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { fewValues } from '../recognize/few-values.ts';
import { isTagged } from '../recognize/tags-of-call.ts';
import { consumeTag } from './consume-tag.ts';
import { creationsBehind } from './creations.ts';
import { autoCommitAt } from './find-auto-commit.ts';
import type { Entry } from './entry.ts';
import { contextsOf } from './find-contexts.ts';
import { decoratedEntries } from './find-decorated.ts';
import { fetchEntries, loopsAroundFetch, streamEntries } from './find-loops.ts';
import { handsOut } from './hands-out.ts';
import { usesOf } from './uses-of.ts';

/** Every handler that a consumer of the slice is given, once per way of getting there. */
export function findHandlers(knowledge: Knowledge): readonly Entry[] {
  return [
    ...callsTagged(knowledge, 'consume').flatMap((call) => handlersOf(knowledge, call)),
    ...knowledge.index.streamLoops.flatMap((loop) => streamEntries(knowledge, loop)),
    ...callsTagged(knowledge, 'handle').flatMap((call) => decoratedEntries(knowledge, call)),
  ];
}

/** The functions that a call hands to a consumer, or the loops around it. */
export function handlersOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly Entry[] {
  return [...callbacksOf(knowledge, call), ...fetchEntries(knowledge, call)];
}

function callbacksOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly Entry[] {
  if (!ts.isCallExpression(call) || !consumes(knowledge, call)) return [];
  // The callback only passes on what it is given: the handler is the loop that waits for it.
  if (loopsAroundFetch(knowledge, call).length > 0) return [];
  return contextsOf(knowledge, call).flatMap((env) => {
    const [library] = knowledge.calleesOf(call, env).library;
    const tag = library && consumeTag(knowledge, library, call, env);
    return library === undefined || tag === undefined ? [] : handlersAt(knowledge, { call, env, library, tag });
  });
}

/** Seen from anywhere, the call may reach a member that hands messages over. */
function consumes(knowledge: Knowledge, call: ts.CallExpression): boolean {
  return isTagged(knowledge, call, undefined, 'consume');
}

interface ConsumeCall {
  readonly call: ts.CallExpression;
  readonly env: Env | undefined;
  readonly library: LibraryCall;
  readonly tag: Tag;
}

function handlersAt(knowledge: Knowledge, at: ConsumeCall): readonly Entry[] {
  const { call, env, library, tag } = at;
  const creations = creationsBehind(knowledge, call, env);
  const autoCommit = autoCommitAt(knowledge, { call, env }, creations);
  const consumers = creations.map((creation) => creation.call);
  const resolving = optionOf(knowledge, library, call, env, 'auto-resolve');
  const said = resolving && autoCommitOf(knowledge, resolving, call, true);
  return (['each-message', 'each-batch'] as const).flatMap((delivery) =>
    pathsOf(tag, delivery).flatMap((path) =>
      valuesAt(knowledge, call, path, env)
        .filter((value): value is FunctionValue => value.kind === 'function')
        .map((fn): Entry => ({
          kind: 'handler',
          delivery,
          fn,
          caller: env,
          parameters: payloadOf(knowledge, library, path, call),
          library,
          call,
          autoCommit,
          autoResolve: said?.value !== false,
          ...(said === undefined ? {} : { resolving: said }),
          consumers,
          creations,
        })),
    ),
  );
}

/**
 * Values as well as expressions: `run({ async eachMessage() { … } })` is no expression, and what is put into the settings
 * after they were made, `settings.eachMessage = …`, is in no value.
 */
function valuesAt(knowledge: Knowledge, call: ts.CallExpression, path: Path, env: Env | undefined): readonly Value[] {
  const valuesOf = (at: Path): readonly Value[] =>
    refsAt(knowledge, call, at, env).refs.flatMap((ref) => knowledge.valuesOf(ref));
  const start = valuesOf({ root: path.root, members: [] });
  const inside = path.members.reduce<readonly Value[]>(
    (values, name) => values.flatMap((value) => propertyValues(knowledge, value, name)),
    start,
  );
  return fewValues([...inside, ...valuesOf(path)]);
}

/** What the library passes to the handler: the parameters of the function type that its stub declares at the path. */
function payloadOf(knowledge: Knowledge, library: LibraryCall, path: Path, call: ts.Node): readonly Binding[] {
  const { checker } = knowledge;
  const { declaration } = library;
  if (typeof path.root !== 'number' || !ts.isFunctionLike(declaration)) return [];
  const parameter = declaration.parameters[path.root];
  if (parameter === undefined || !ts.isParameter(parameter)) return [];
  const declared = path.members.reduce<ts.Type | undefined>((type, name) => {
    const property = type && checker.getPropertyOfType(checker.getNonNullableType(type), name);
    return property && checker.getTypeOfSymbolAtLocation(property, call);
  }, checker.getTypeAtLocation(parameter));
  const [signature] = declared === undefined ? [] : checker.getNonNullableType(declared).getCallSignatures();
  return (signature?.getParameters() ?? []).map((symbol): Binding => ({
    kind: 'value',
    value: {
      kind: 'library',
      type: checker.getTypeOfSymbolAtLocation(symbol, call),
      origin: call,
      env: undefined,
      message: true,
    },
  }));
}

/** A begin that no handler reaches, as a unit of its own: the function that both begins and settles. */
export function looseEntriesOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly Entry[] {
  if (!ts.isCallExpression(call)) return [];
  const [library] = knowledge.calleesOf(call, undefined).library;
  if (library?.tags.some((tag) => tag.verb === 'begin') !== true) return [];
  return settlingFunctions(knowledge, call).flatMap((fn) =>
    suppliedTo(knowledge, fn.fn).map((parameters): Entry => ({
      kind: 'transaction',
      delivery: 'call',
      fn,
      caller: undefined,
      parameters,
      library,
      call,
      autoCommit: undefined,
      autoResolve: true,
      consumers: [],
      creations: [],
    })),
  );
}

const MOST_CALLS = 6;

/** What the calls in sight pass to a function, each call by itself; a function that nobody calls gets nothing. */
function suppliedTo(knowledge: Knowledge, fn: FunctionNode): readonly Entry['parameters'][] {
  const calls = knowledge.index.callsOf(fn).slice(0, MOST_CALLS);
  if (calls.length === 0) return [[]];
  return calls.map((call) => {
    const spread = call.arguments.findIndex((argument) => ts.isSpreadElement(argument));
    const plain = spread < 0 ? call.arguments : call.arguments.slice(0, spread);
    return plain.map((node): Binding => ({ kind: 'argument', ref: { node, env: undefined } }));
  });
}

const LIFT = 4;

/** From the begin outwards, the first functions whose own text also commits or aborts. */
function settlingFunctions(knowledge: Knowledge, begin: ts.CallExpression): readonly FunctionValue[] {
  let level: readonly FunctionNode[] = [enclosingFunction(begin)].filter((fn) => fn !== undefined);
  const first = level;
  for (let i = 0; i < LIFT && level.length > 0; i += 1) {
    const settling = level.filter((fn) => settles(knowledge, fn) && !isMaker(knowledge, fn, begin));
    if (settling.length > 0) return settling.map(valueOf);
    level = [...new Set(level.flatMap((fn) => usesOf(knowledge, fn).flatMap((use) => enclosingFunction(use) ?? [])))];
  }
  return first.map(valueOf);
}

/** The functions that a handle is handed out in settle it for whoever gets them, as long as somebody does. */
function isMaker(knowledge: Knowledge, fn: FunctionNode, begin: ts.CallExpression): boolean {
  return handsOut(knowledge, fn, begin) && knowledge.index.callsOf(fn).length > 0;
}

function valueOf(fn: FunctionNode): FunctionValue {
  return { kind: 'function', fn, closure: undefined, self: undefined };
}

function settles(knowledge: Knowledge, fn: FunctionNode, depth = 0): boolean {
  return someNode(fn, (node) => ts.isCallExpression(node) && isSettling(knowledge, node, depth));
}

/** A commit or an abort, here or in a function of the workspace that is called from here. */
function isSettling(knowledge: Knowledge, call: ts.CallExpression, depth: number): boolean {
  const meanings = meaningsOf(knowledge, call, undefined);
  if (meanings.some((m) => m.kind === 'control' && (m.verb === 'commit' || m.verb === 'abort'))) return true;
  if (depth > 2) return false;
  return knowledge.calleesOf(call, undefined).functions.some(({ fn }) => settles(knowledge, fn, depth + 1));
}
