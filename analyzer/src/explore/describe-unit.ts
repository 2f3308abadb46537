import { unknownClient, type ClientProfile } from '../facts/client-profile.ts';
import type { Edit } from '../facts/edit.ts';
import type { Effect } from '../facts/effect.ts';
import type { Key } from '../facts/key.ts';
import { comparePlaces, type Place } from '../facts/place.ts';
import type { Unit } from '../facts/unit.ts';
import { calleeNode } from '../recognize/call-name.ts';
import type { Env } from '../recognize/env.ts';
import { isFunctionNode } from '../recognize/function-node.ts';
import type { Knowledge } from '../recognize/knowledge.ts';
import { offsetRemedy, statementRemoval } from '../recognize/offset-remedy.ts';
import { enclosingFunction } from '../recognize/source-index.ts';
import { createdWith } from '../scopes/created-with.ts';
import { plainProducers } from '../scopes/plain-producers.ts';
import { transactionalIdOf } from '../scopes/transactional-id.ts';
import { textsOf } from '../scopes/find-consumers.ts';
import type { EnteredUnit } from '../scopes/enter-unit.ts';
import { entryName, entrySymbol } from '../scopes/entry.ts';
import { effectIdentity, produceIdentity } from '../scopes/lasting-names.ts';
import type { Step, StepId, UnitGraph } from '../summaries/unit-graph.ts';
import type { Delivery } from './machine.ts';
import { storesByItself } from './outcomes/stores-by-itself.ts';

/** The parts of a unit that are read from the source and not explored. */
export interface UnitDescription {
  readonly identity: Pick<Unit, 'id' | 'kind' | 'delivery' | 'name' | 'symbol' | 'place' | 'consumerId' | 'autoCommit'>;
  readonly delivery: Delivery;
  readonly placeOf: (step: Step) => Place;
  readonly effectOf: (step: Step) => Effect | undefined;
  readonly callsTo: (step: Step) => readonly Place[];
  readonly calleePlace: (id: StepId) => Place;
  readonly offsetRemedy: (id: StepId) => readonly Edit[];
  readonly removalOf: (id: StepId) => readonly Edit[];
  /** The unit's own function and those that are entered from it, sorted. */
  readonly functions: readonly Place[];
  /** A plain produce on an idempotent producer, if the unit has one. */
  readonly idempotentProduce: Place | undefined;
  /** The transactional id behind each begin, where it is in sight. */
  readonly transactionalIds: ReadonlyMap<StepId, Key>;
}

/** With offsets that are stored by hand, the background commits no others. */
function clientOf(source: EnteredUnit): ClientProfile {
  const { entry, knowledge } = source;
  const client = knowledge.slice.profileOf(entry.library.stub, entry.fn.fn.getSourceFile()) ?? unknownClient;
  const isByHand = client.autoCommitMoves === 'in-background' && !storesByItself(source);
  return isByHand ? { ...client, autoCommitMoves: 'after-handler' } : client;
}

/** Every effect of a unit is told by the places of all its steps. */
function placesIn({ slice }: Knowledge): (step: Step) => Place {
  const places = new Map<Step['node'], Place>();
  return ({ node }) => {
    const place = places.get(node) ?? slice.placeOf(calleeNode(node));
    places.set(node, place);
    return place;
  };
}

export function describeUnit(source: EnteredUnit): UnitDescription {
  const { knowledge, entry, graph } = source;
  const placeOf = placesIn(knowledge);
  const place = knowledge.slice.placeOf(entry.fn.fn);
  return {
    identity: {
      id: `${place.file}:${String(place.start.line)}:${String(place.start.column)}`,
      kind: entry.kind,
      delivery: entry.delivery,
      name: entryName(entry),
      symbol: entrySymbol(entry),
      place,
      ...(source.consumerId === undefined ? {} : { consumerId: source.consumerId }),
      ...(entry.autoCommit === undefined ? {} : { autoCommit: entry.autoCommit }),
    },
    delivery: {
      kind: entry.kind === 'handler' ? 'handler' : 'call',
      // What is not known is taken at its best: nothing is reported that rests on a guess.
      autoCommit: entry.autoCommit?.value === true || (entry.autoCommit?.value !== false && !sendsOffsets(graph)),
      batch: entry.delivery === 'each-batch',
      autoResolve: entry.autoResolve,
      client: clientOf(source),
      place: knowledge.slice.placeAt(entry.fn.fn.getSourceFile(), entry.fn.fn.getStart(), entry.fn.fn.getStart()),
    },
    placeOf,
    effectOf: (step) => effectAt(knowledge, step, placeOf(step)),
    callsTo: (step) => callChain(knowledge, step.env),
    calleePlace: (id) => {
      const step = graph.steps[id];
      return step === undefined ? place : placeOf(step);
    },
    offsetRemedy: (id) => {
      const step = graph.steps[id];
      return step === undefined ? [] : offsetRemedy(knowledge, step.node, step.env, source.groupId);
    },
    removalOf: (id) => {
      const step = graph.steps[id];
      return step === undefined ? [] : statementRemoval(knowledge, step.node);
    },
    functions: enteredFunctions(source),
    idempotentProduce: idempotentProduce(knowledge, graph, placeOf),
    transactionalIds: transactionalIds(knowledge, graph),
  };
}

/** Beside a transaction that moves the offset, auto-commit is better off. */
function sendsOffsets({ steps }: UnitGraph): boolean {
  return steps.some((step) => step.kind === 'control' && step.verb === 'send-offsets');
}

function transactionalIds(knowledge: Knowledge, graph: UnitGraph): ReadonlyMap<StepId, Key> {
  const found = new Map<StepId, Key>();
  for (const step of graph.steps) {
    const isBegin = step.kind === 'control' && step.verb === 'begin';
    const key = isBegin ? transactionalIdOf(knowledge, step.node, step.env) : undefined;
    if (key !== undefined) found.set(step.id, key);
  }
  return found;
}

function effectAt(knowledge: Knowledge, step: Step, place: Place): Effect | undefined {
  const at = `${place.file}:${String(place.start.line)}:${String(place.start.column)}`;
  if (step.kind === 'produce') {
    const { library, label, transactional, topics } = step.produce;
    const names = [...new Set(textsOf(knowledge, topics))].sort();
    const identity = produceIdentity(step.node, label, names);
    const plain = transactional && !step.produce.whenOpen ? [] : plainProducers(knowledge, step.node, step.env);
    const produce = {
      kind: 'produce' as const,
      id: `${at} ${label}`,
      identity,
      place,
      label,
      library,
      transactional,
      topics: names,
    };
    return plain.length === 0 ? produce : { ...produce, plainProducers: plain };
  }
  if (step.kind !== 'write') return undefined;
  const { category, library, label, resource, repeatability, remedies } = step.write;
  return {
    kind: 'external-write',
    id: `${at} ${label}`,
    identity: effectIdentity(knowledge, step.node, label, resource),
    place,
    label,
    category,
    library,
    ...(resource === undefined ? {} : { resource }),
    repeatability,
    remedies,
  };
}

/** The unit's own function and those that are entered from it and do something themselves. */
export function enteredFunctions({ knowledge, entry, graph }: EnteredUnit): readonly Place[] {
  const entered = new Set<Step['node']>([entry.fn.fn, ...graph.steps.flatMap(({ node }) => functionAt(node) ?? [])]);
  return [...entered].map((fn) => knowledge.slice.placeOf(fn)).sort(comparePlaces);
}

/** Some steps stand for a function itself. */
function functionAt(node: Step['node']): Step['node'] | undefined {
  return isFunctionNode(node) ? node : enclosingFunction(node);
}

/** The calls that lead from the entry to a step, outermost first. */
function callChain(knowledge: Knowledge, env: Env | undefined): readonly Place[] {
  const chain: Place[] = [];
  for (let at = env; at?.caller !== undefined; at = at.caller)
    chain.unshift(knowledge.slice.placeOf(calleeNode(at.call)));
  return chain;
}

function idempotentProduce(knowledge: Knowledge, graph: UnitGraph, placeOf: (step: Step) => Place): Place | undefined {
  const step = graph.steps.find(
    (s) =>
      s.kind === 'produce' &&
      (!s.produce.transactional || s.produce.whenOpen) &&
      createdWith(knowledge, s.node, s.env, 'idempotent'),
  );
  return step === undefined ? undefined : placeOf(step);
}
