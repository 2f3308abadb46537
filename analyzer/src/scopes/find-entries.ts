import ts from '../typescript.ts';
import type { AutoCommit } from '../facts/consumer.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode, nameText } from '../recognize/function-node.ts';
import type { Knowledge, LibraryCall } from '../recognize/knowledge.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { refsAt } from '../recognize/path-refs.ts';
import { autoCommitOf, optionOf } from '../recognize/read-options.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { propertyValues } from '../recognize/property-values.ts';
import { pathsOf, type Path, type Tag } from '../recognize/tag.ts';
import type { Binding, FunctionNode, FunctionValue, Value } from '../recognize/value.ts';
import { callsTagged } from '../recognize/tagged-calls.ts';
import { contextsOf } from './find-contexts.ts';
import { consumersBehind } from './find-consumers.ts';

/** The first line of a unit of work, as it will be called. */
export interface Entry {
  readonly kind: 'handler' | 'transaction';
  readonly delivery: 'each-message' | 'each-batch' | 'call';
  readonly fn: FunctionValue;
  /** The env that the function is handed over in. */
  readonly caller: Env | undefined;
  readonly parameters: readonly Binding[];
  readonly library: LibraryCall;
  /** The call that hands the handler over, or the begin. */
  readonly call: ts.CallExpression;
  readonly autoCommit: AutoCommit | undefined;
  readonly consumers: readonly ts.Node[];
}

/** Every handler that a consumer of the slice is given, once per way of getting there. */
export function findHandlers(knowledge: Knowledge): readonly Entry[] {
  return callsTagged(knowledge, 'consume').flatMap((call) => handlersOf(knowledge, call));
}

/** The handlers that one call hands over. */
export function handlersOf(knowledge: Knowledge, call: ts.CallExpression | ts.NewExpression): readonly Entry[] {
  if (!ts.isCallExpression(call) || !consumes(knowledge, call)) return [];
  return contextsOf(knowledge, call).flatMap((env) => {
    const [library] = knowledge.calleesOf(call, env).library;
    const tag = library?.tags.find(({ verb }) => verb === 'consume');
    return library === undefined || tag === undefined ? [] : handlersAt(knowledge, { call, env, library, tag });
  });
}

/** Seen from anywhere, the call may reach a member that hands messages over. */
function consumes(knowledge: Knowledge, call: ts.CallExpression): boolean {
  return knowledge.calleesOf(call, undefined).library.some(({ tags }) => tags.some(({ verb }) => verb === 'consume'));
}

interface ConsumeCall {
  readonly call: ts.CallExpression;
  readonly env: Env | undefined;
  readonly library: LibraryCall;
  readonly tag: Tag;
}

function handlersAt(knowledge: Knowledge, at: ConsumeCall): readonly Entry[] {
  const { call, env, library, tag } = at;
  const option = optionOf(knowledge, library, call, env, 'auto-commit');
  const autoCommit = autoCommitOf(knowledge, option, call, library.stub.profile?.autoCommitDefault ?? true);
  const consumers = consumersBehind(knowledge, call, env);
  return (['each-message', 'each-batch'] as const).flatMap((delivery) =>
    pathsOf(tag, delivery).flatMap((path) =>
      valuesAt(knowledge, call, path, env)
        .filter((value): value is FunctionValue => value.kind === 'function')
        .map((fn): Entry => ({
          kind: 'handler',
          delivery,
          fn,
          caller: env,
          parameters: payloadOf(knowledge, library, path.members.at(-1) ?? '', call),
          library,
          call,
          autoCommit,
          consumers,
        })),
    ),
  );
}

/** Values rather than expressions: `run({ async eachMessage() { … } })` is no expression. */
function valuesAt(knowledge: Knowledge, call: ts.CallExpression, path: Path, env: Env | undefined): readonly Value[] {
  const start = refsAt(knowledge, call, { root: path.root, members: [] }, env).refs.flatMap((ref) =>
    knowledge.valuesOf(ref),
  );
  return path.members.reduce<readonly Value[]>(
    (values, name) => values.flatMap((value) => propertyValues(knowledge, value, name)),
    start,
  );
}

/** What the library passes to the handler: the payload type that its stub declares for the option. */
function payloadOf(knowledge: Knowledge, library: LibraryCall, option: string, call: ts.Node): readonly Binding[] {
  const { checker } = knowledge;
  const { declaration } = library;
  const parameter = ts.isFunctionLike(declaration) ? declaration.parameters[0] : undefined;
  if (parameter === undefined || !ts.isParameter(parameter)) return [];
  const options = checker.getNonNullableType(checker.getTypeAtLocation(parameter));
  const property = checker.getPropertyOfType(options, option);
  if (property === undefined) return [];
  const type = checker.getNonNullableType(checker.getTypeOfSymbolAtLocation(property, call));
  const [signature] = type.getCallSignatures();
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
  return settlingFunctions(knowledge, call).map((fn): Entry => ({
    kind: 'transaction',
    delivery: 'call',
    fn,
    caller: undefined,
    parameters: [],
    library,
    call,
    autoCommit: undefined,
    consumers: [],
  }));
}

const LIFT = 4;

/** From the begin outwards, the first functions whose own text also commits or aborts. */
function settlingFunctions(knowledge: Knowledge, begin: ts.CallExpression): readonly FunctionValue[] {
  let level: readonly FunctionNode[] = [enclosingFunction(begin)].filter((fn) => fn !== undefined);
  const first = level;
  for (let i = 0; i < LIFT && level.length > 0; i += 1) {
    const settling = level.filter((fn) => settles(knowledge, fn));
    if (settling.length > 0) return settling.map(valueOf);
    level = [
      ...new Set(level.flatMap((fn) => knowledge.index.callsOf(fn).flatMap((call) => enclosingFunction(call) ?? []))),
    ];
  }
  return first.map(valueOf);
}

function valueOf(fn: FunctionNode): FunctionValue {
  return { kind: 'function', fn, closure: undefined, self: undefined };
}

function settles(knowledge: Knowledge, fn: FunctionNode, depth = 0): boolean {
  const stack: ts.Node[] = [fn];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (ts.isCallExpression(node) && isSettling(knowledge, node, depth)) return true;
    ts.forEachChild(node, (child) => void stack.push(child));
  }
  return false;
}

/** A commit or an abort, here or in a function of the workspace that is called from here. */
function isSettling(knowledge: Knowledge, call: ts.CallExpression, depth: number): boolean {
  const meanings = meaningsOf(knowledge, call, undefined);
  if (meanings.some((m) => m.kind === 'control' && (m.verb === 'commit' || m.verb === 'abort'))) return true;
  if (depth > 2) return false;
  return knowledge.calleesOf(call, undefined).functions.some(({ fn }) => settles(knowledge, fn, depth + 1));
}

/** What a person would call the function: its own name, or that of the option or variable that holds it. */
export function entryName(entry: Entry): string {
  const { fn } = entry.fn;
  const own = isFunctionNode(fn) && 'name' in fn ? nameText(fn.name) : undefined;
  if (own !== undefined) return own;
  const holder = fn.parent;
  if (ts.isVariableDeclaration(holder) || ts.isPropertyAssignment(holder) || ts.isPropertyDeclaration(holder)) {
    return nameText(holder.name) ?? 'handler';
  }
  return entry.delivery === 'each-batch' ? 'eachBatch' : 'eachMessage';
}
