import ts from '../typescript.ts';
import type { Env } from '../recognize/env.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { receiverOf } from '../recognize/path-refs.ts';
import { stripExpression } from '../recognize/strip.ts';
import { creationOptions } from '../scopes/created-with.ts';
import { creationsBehind } from '../scopes/creations.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';

/** Which transactions of a unit a step may be about: the keys of their begins. */
export interface TransactionHandles {
  /** By key, one step of each begin. */
  readonly begins: ReadonlyMap<string, StepId>;
  /** For a send, sendOffsets, commit, abort: the begins whose handle it may be called on. */
  of(step: Step): readonly string[];
  /** The same for a condition that asks whether a transaction is active. */
  askedBy(condition: ts.Expression, env: Env | undefined): readonly string[];
  /** One variable may hold the handles of both, one after the other. */
  shareVariable(one: string, other: string): boolean;
  /** The handle is what the begin gave, and not the producer that it began on. */
  isHandle(step: Step): boolean;
}

type Begin = Step & { readonly kind: 'control' };

export function transactionHandles(knowledge: Knowledge, graph: UnitGraph): TransactionHandles {
  const steps = graph.steps.filter((step): step is Begin => step.kind === 'control' && step.verb === 'begin');
  const real = steps.filter((step) => !isMisused(knowledge, step));
  const begins = new Map(real.map((step) => [step.key, step.id]));
  const of = (node: ts.Node, env: Env | undefined): readonly string[] => {
    const handed = byOrigin(knowledge, node, env, real);
    const found = handed.length > 0 ? handed : byProducer(knowledge, node, env, real);
    // What does not show whose it is belongs to the only one that there is.
    return found.length === 0 && begins.size === 1 ? [...begins.keys()] : [...new Set(found)];
  };
  let several: readonly (readonly string[])[] | undefined;
  const mixed = (): readonly (readonly string[])[] =>
    (several ??= graph.steps.flatMap((step) => {
      const keys = isOnHandle(step) ? of(step.node, step.env) : [];
      return keys.length > 1 ? [keys] : [];
    }));
  return {
    begins,
    of: (step) => of(step.node, step.env),
    askedBy: (condition, env) => of(stripExpression(condition), env),
    shareVariable: (one, other) => mixed().some((keys) => keys.includes(one) && keys.includes(other)),
    isHandle: ({ node, env }) => byOrigin(knowledge, node, env, real).length > 0,
  };
}

/** A begin that cannot work, whatever comes after it, has a mistake of its own: an argument too many, or no id. */
function isMisused(knowledge: Knowledge, { node, env }: Begin): boolean {
  if (!ts.isCallExpression(node)) return true;
  const [member] = knowledge.calleesOf(node, env).library;
  if (member !== undefined && ts.isFunctionLike(member.declaration)) {
    if (node.arguments.length > member.declaration.parameters.length) return true;
  }
  const ids = creationOptions(knowledge, node, env, 'transactional-id');
  return ids.length > 0 && ids.every((id) => id.refs.length === 0 && !id.unknown && id.default === undefined);
}

function isOnHandle(step: Step): boolean {
  if (step.kind === 'produce') return step.produce.transactional;
  return step.kind === 'control' && ON_HANDLE.has(step.verb);
}

const ON_HANDLE: ReadonlySet<string> = new Set(['send-offsets', 'commit', 'abort', 'is-active']);

/** What a method is called on, or a property is read from. */
function objectOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isCallExpression(node)) return receiverOf(node);
  return ts.isPropertyAccessExpression(node) ? node.expression : undefined;
}

/** The begins whose result a method is called on. */
function byOrigin(
  knowledge: Knowledge,
  node: ts.Node,
  env: Env | undefined,
  begins: readonly Begin[],
): readonly string[] {
  const receiver = objectOf(node);
  if (receiver === undefined) return [];
  const origins = knowledge
    .valuesOf({ node: receiver, env })
    .flatMap((value) => (value.kind === 'library' ? [value] : []));
  return origins.flatMap((origin) => {
    const same = begins.filter(({ node }) => node === origin.origin);
    const exact = same.filter((begin) => begin.env === origin.env);
    return (exact.length > 0 ? exact : same).map(({ key }) => key);
  });
}

/** Where the producer is the transaction: the begins on the producer that a method is called on. */
function byProducer(
  knowledge: Knowledge,
  call: ts.Node,
  env: Env | undefined,
  begins: readonly Begin[],
): readonly string[] {
  if (!ts.isCallExpression(call)) return [];
  const own = new Set(creationsBehind(knowledge, call, env).map((creation) => creation.call));
  if (own.size === 0) return [];
  return begins
    .filter(
      ({ node, env: at }) =>
        ts.isCallExpression(node) && creationsBehind(knowledge, node, at).some((creation) => own.has(creation.call)),
    )
    .map(({ key }) => key);
}
