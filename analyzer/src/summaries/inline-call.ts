import ts from '../typescript.ts';
import type { Completion } from '../flow/flow-graph.ts';
import { isSettledElsewhere, settlesPromise } from '../flow/settles-promise.ts';
import { isAsync } from '../recognize/async-function.ts';
import { enterCall } from '../recognize/enter-call.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { AnyCall, LibraryCall } from '../recognize/knowledge.ts';
import type { CallsMeaning, Meaning } from '../recognize/meaning.ts';
import { meaningsOf } from '../recognize/meanings-of.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { isOwnLogger } from '../recognize/own-logger.ts';
import { isResent } from '../recognize/resent.ts';
import type { Binding, FunctionValue, Ref } from '../recognize/value.ts';
import { entered, inDbTransaction } from './db-transaction.ts';
import { membershipTest } from './element-access.ts';
import { handsOverTransaction } from './hands-over-transaction.ts';
import { isInert } from './inert.ts';
import { isIteration } from './untyped-iteration.ts';
import { enterFunction, oneCalled, oneOf, type Builder } from './builder.ts';
import { isLinked } from './detached.ts';
import { failsAtOnce } from './fails-at-once.ts';
import { eachElement, failingElement } from './each-element.ts';
import { kindOfMeaning, type DirectMeaning } from './kind-of-meaning.ts';
import { endOfCallback } from './end-of-callback.ts';
import { isPlainCreation } from './plain-creation.ts';
import { askedOf } from './asked-of.ts';
import type { Question } from './questions.ts';
import { isVouchedFor } from './vouched.ts';
import type { StepId } from './unit-graph.ts';

/** A call in a frame, with the steps that follow it. */
export interface CallSite {
  readonly call: AnyCall;
  readonly env: Env | undefined;
  readonly completion: Completion;
  readonly next: StepId;
  readonly error: StepId;
  /** What callers ask of the answer, which their function returns as it is. */
  readonly passed?: readonly Question[];
}

/** The steps of one call: what the library does, or what the functions it may reach do. */
export function inlineCall(builder: Builder, site: CallSite): StepId {
  const { call, env } = site;
  const membership = ts.isCallExpression(call) ? membershipTest(call) : undefined;
  if (membership !== undefined)
    return builder.add(call, env, { kind: 'container', container: membership, next: site.next });
  const { library, functions, complete } = builder.knowledge.calleesOf(call, env);
  if (library.some(({ tags }) => tags.some(({ verb }) => verb === 'throws'))) return site.error;
  if (functions.length > 0) return functionSteps(builder, site, functions, complete);
  const meanings = isFragment(site, library) ? [] : meaningsOf(builder.knowledge, call, env);
  // Nobody waits for a floating call: its failure reaches no handler of this function.
  const isHeard = !isUnheard(site) || meanings.some(isOutspoken) || failsAtOnce(builder.knowledge, call, env);
  if (meanings.length > 0) return meaningSteps(builder, isHeard ? site : { ...site, error: site.next }, meanings);
  // What somebody has described and given no meaning does nothing, and does not fail.
  return library.length === 0 ? unknownCall(builder, site) : site.next;
}

/** `items.forEach(…)` throws what a callback throws at once, and nobody catches what one throws that is told the outcome. */
function isOutspoken(meaning: Meaning): boolean {
  return meaning.kind === 'calls' && (meaning.mode === 'each' || meaning.mode === 'back');
}

/** `raw('n + 1')` handed to a builder is a piece of another statement. */
function isFragment({ completion }: CallSite, library: readonly LibraryCall[]): boolean {
  return completion === 'stored' && library.some(({ tags }) => tags.some((tag) => tag.verb === 'relative-value'));
}

function functionSteps(
  builder: Builder,
  site: CallSite,
  functions: readonly FunctionValue[],
  complete: boolean,
): StepId {
  const { call, env } = site;
  const entries = functions.map((fn) => oneFunction(builder, site, fn));
  const unseen = complete ? [] : [builder.add(call, env, { kind: 'opaque', next: site.next, error: site.error })];
  return oneCalled(builder, call, env, [...new Set([...entries, ...unseen])]);
}

function oneFunction(builder: Builder, site: CallSite, fn: FunctionValue): StepId {
  const { call, env, next, error } = site;
  const opaque = (): StepId => builder.add(call, env, { kind: 'opaque', next, error });
  if (isVouchedFor(fn.fn) && !builder.entersVouched()) return opaque();
  if (isOwnLogger(fn.fn) || isInert(builder.knowledge, fn.fn)) return next;
  const inside = enterCall(builder.knowledge, fn, call, env);
  if (inside === undefined) return opaque();
  // Nobody waits for a floating call: its failure reaches no handler of this function.
  const failing = isUnheard(site) && isAsync(fn.fn) ? next : error;
  const asked = askedOf(builder.knowledge, call, env, fn.fn);
  const questions = [...(asked.questions ?? []), ...(site.passed ?? [])];
  return entered(builder, fn, inside, {
    next,
    error: failing,
    ...asked,
    ...(questions.length > 0 ? { questions } : {}),
  });
}

/** Dropped, and no link of its chain looks at the rejection. */
function isUnheard({ call, completion }: CallSite): boolean {
  return completion === 'floating' && !isLinked(call);
}

/**
 * A call of which nothing is known does nothing, except that a function handed to it on the spot, and waited for, is
 * taken to run once: wrappers that trace, lock or limit look like that.
 */
function unknownCall(builder: Builder, site: CallSite): StepId {
  const { call, env, completion, error } = site;
  const escapes = handsOverTransaction(builder.knowledge, call);
  const given = ts.isTaggedTemplateExpression(call) ? [] : (call.arguments ?? []);
  const handed = given.filter((argument) => isFunctionNode(argument));
  if (!escapes && handed.length === 0 && isPlainCreation(builder.knowledge, call)) return site.next;
  const [callback] = handed;
  if (callback !== undefined && !escapes && isIteration(call)) return iterate(builder, site, callback);
  const after = builder.add(
    call,
    env,
    escapes
      ? { kind: 'control', verb: 'escape', hasArgument: true, next: site.next, error }
      : { kind: 'opaque', next: site.next, error },
  );
  if (completion === 'floating' || completion === 'stored') return after;
  return handed.reduceRight((next, node) => runCallbacks(builder, { ...site, next }, [{ node, env }], []), after);
}

/** `order.items.forEach((item) => …)` on parsed JSON, which fails where its callback does. */
function iterate(builder: Builder, site: CallSite, callback: ts.Expression): StepId {
  const { call, env, error } = site;
  const receiver = receiverOf(call) ?? call;
  const element: Binding = { kind: 'element', of: { node: receiver, env } };
  return eachElement(builder, site, receiver, (head) =>
    runCallbacks(builder, { ...site, next: head, error }, [{ node: callback, env }], [element]),
  );
}

/** The meanings of one call, in order. */
function meaningSteps(builder: Builder, site: CallSite, meanings: readonly Meaning[]): StepId {
  const inside = meanings.filter((meaning) => meaning.kind === 'calls');
  const direct = meanings.filter((meaning) => meaning.kind !== 'calls');
  const end = endOfCallback(builder.knowledge, site, meanings);
  if (end === 'led-on') return toldSteps(builder, site, direct, inside);
  if (end === 'left') {
    const { call, env, next } = site;
    return builder.detach(
      call,
      env,
      next,
      (to) => toldSteps(builder, { ...site, next: to, error: to }, direct, inside),
      'told',
    );
  }
  const after = inside.reduceRight((next, meaning) => callsStep(builder, { ...site, next }, meaning), site.next);
  const error = direct.length === 0 ? site.error : calledBack(builder, site, inside);
  return direct.reduceRight<StepId>(
    (next, meaning, i) => meaningStep(builder, { ...site, next, error }, meaning, i),
    after,
  );
}

/** The callback is told of a failure as well. */
function toldSteps(
  builder: Builder,
  site: CallSite,
  direct: readonly DirectMeaning[],
  inside: readonly CallsMeaning[],
): StepId {
  const told = inside.reduceRight(
    (next, meaning) => runCallbacks(builder, { ...site, next }, meaning.callbacks, given(meaning)),
    site.next,
  );
  return direct.reduceRight<StepId>(
    (next, meaning, i) => meaningStep(builder, { ...site, next, error: told }, meaning, i),
    told,
  );
}

/** Of an error that a callback is given, only that it is there matters. */
const AN_ERROR: Binding = { kind: 'value', value: { kind: 'constant', value: true } };
const NO_ERROR: Binding = { kind: 'value', value: { kind: 'constant', value: null } };

/** Where a failure goes: to the callback that is told of it, if there is one, else where exceptions go. */
function calledBack(builder: Builder, site: CallSite, inside: readonly CallsMeaning[]): StepId {
  const back = inside.find(({ mode, callbacks }) => mode === 'back' && callbacks.length > 0);
  // Entered at another node than the run without an error: the same function, with another argument.
  return back === undefined
    ? site.error
    : runCallbacks(builder, site, back.callbacks, [AN_ERROR], calleeNode(site.call));
}

function meaningStep(builder: Builder, site: CallSite, meaning: DirectMeaning, i: number): StepId {
  const { call, env } = site;
  const add = (error: StepId): StepId =>
    builder.add(call, env, kindOfMeaning(builder.knowledge, { ...site, error }, meaning), `#${String(i)}`);
  const isRequest = meaning.kind === 'write' && meaning.category === 'http';
  return isRequest && isResent(builder.knowledge, call, env) ? add(add(site.error)) : add(site.error);
}

function callsStep(builder: Builder, site: CallSite, meaning: CallsMeaning): StepId {
  const { call, env, next, error } = site;
  const receiver = receiverOf(call);
  const element: readonly Binding[] =
    meaning.mode === 'each' && receiver !== undefined
      ? [{ kind: 'element', of: { node: receiver, env } }]
      : given(meaning);
  const run = (to: { readonly next: StepId; readonly error: StepId }): StepId =>
    runCallbacks(builder, { ...site, ...to }, meaning.callbacks, element);
  switch (meaning.mode) {
    case 'once':
      return run({ next, error });
    case 'back':
      return runCallbacks(builder, site, meaning.callbacks, [NO_ERROR]);
    case 'each':
      return eachElement(builder, site, receiver ?? call, (head) =>
        isDropped(builder, site, meaning.callbacks)
          ? builder.detach(call, env, head, (to) => run({ next: to, error: to }))
          : run({ next: head, error: failingElement(builder, site, receiver ?? call, run) }),
      );
    case 'emitted':
      return emitted(builder, site, meaning);
    case 'later':
      if (settlesPromise(call)) return settling(builder, site, run({ next, error }));
      return builder.detach(call, env, next, (to) => run({ next: to, error: to }), 'maybe');
    case 'queued':
      return builder.detach(call, env, next, (to) => run({ next: to, error: to }), 'queued');
    case 'db-transaction':
      return inDbTransaction(builder, { node: call, env }, site, run);
    case 'retried':
      return run({ next, error: run({ next, error }) });
  }
}

/** A timeout that rejects need not strike: what it waits for may come first. */
function settling(builder: Builder, { call, env, next }: CallSite, run: StepId): StepId {
  const isAlone = ts.isTaggedTemplateExpression(call) || !isSettledElsewhere(call);
  return isAlone || run === next ? run : oneOf(builder, call, env, [run, next]);
}

/** Listeners run on the spot, up to their first await; nobody waits for the rest. */
function emitted(builder: Builder, site: CallSite, meaning: CallsMeaning): StepId {
  const run = (next: StepId): StepId =>
    runCallbacks(builder, { ...site, next, error: next }, meaning.callbacks, given(meaning));
  const isLoose = meaning.callbacks.some((ref) =>
    builder.knowledge.valuesOf(ref).some((value) => value.kind === 'function' && isAsync(value.fn)),
  );
  return isLoose ? builder.detach(site.call, site.env, site.next, run) : run(site.next);
}

/** `items.forEach(async (item) => …)`: the promises that the callback gives go nowhere. */
function isDropped({ knowledge }: Builder, { call, completion }: CallSite, callbacks: readonly Ref[]): boolean {
  const isVoid = (knowledge.checker.getTypeAtLocation(call).flags & ts.TypeFlags.Void) !== 0;
  if (!isVoid && completion !== 'floating') return false;
  return callbacks.some((ref) =>
    knowledge.valuesOf(ref).some((value) => value.kind === 'function' && isAsync(value.fn)),
  );
}

function given({ given: refs }: CallsMeaning): readonly Binding[] {
  return (refs ?? []).map((ref) => ({ kind: 'argument', ref }));
}

function runCallbacks(
  builder: Builder,
  { call, env, next, error }: CallSite,
  callbacks: readonly Ref[],
  parameters: readonly Binding[],
  at: ts.Node = call,
): StepId {
  const functions = callbacks.flatMap((ref) =>
    builder.knowledge.valuesOf(ref).filter((value) => value.kind === 'function'),
  );
  if (functions.length === 0) return next;
  const entries = functions.map((fn) => enterFunction(builder, fn, at, env, parameters, { next, error }));
  return oneOf(builder, call, env, entries);
}
