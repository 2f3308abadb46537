import ts from '../typescript.ts';
import type { DeliveryFacts, UnitBegin, UnseenCall } from '../facts/delivery.ts';
import { comparePlaces, compareText } from '../facts/place.ts';
import type { Unit } from '../facts/unit.ts';
import type { BuiltUnit } from '../explore/build-unit.ts';
import { enteredFunctions } from '../explore/describe-unit.ts';
import type { Slice } from '../program/slice.ts';
import { openKnowledge } from '../recognize/open-knowledge.ts';
import { shareKnowledge } from '../recognize/share-knowledge.ts';
import type { EnteredUnit } from '../scopes/enter-unit.ts';
import type { FoundConsumer } from '../scopes/find-consumers.ts';
import { findInput } from '../scopes/find-inputs.ts';
import { findProducerCalls, findProducers, producersBehind } from '../scopes/find-producers.ts';
import { findUnresolved } from '../scopes/find-unresolved.ts';
import { findUnseenCalls } from '../scopes/find-unseen-calls.ts';
import { madeProducers, type MadeProducer } from '../scopes/made-producers.ts';

/** A unit with what it was read from. */
export interface JudgedSource {
  readonly source: EnteredUnit;
  readonly built: BuiltUnit;
}

/** States what only a map shows. */
export function deliveryFacts(
  slice: Slice,
  consumers: readonly FoundConsumer[],
  judged: readonly JudgedSource[],
  units: readonly Unit[],
): DeliveryFacts {
  const knowledge = openKnowledge(shareKnowledge(slice));
  const indexes = new Map(units.map((unit, i) => [JSON.stringify(unit), i]));
  const calls = judged.flatMap(({ source, built }) => {
    const unit = indexes.get(JSON.stringify(built.unit));
    return findUnseenCalls(source.knowledge, source.graph).map((call) => ({ unit, call }));
  });
  const bounded = judged.filter(({ built }) => !built.complete).map(({ built }) => built.unit.id);
  const made = madeProducers(knowledge);
  return {
    producers: findProducers(knowledge, made),
    producerCalls: findProducerCalls(knowledge, made),
    begins: judged.flatMap(({ source, built }) => {
      const unit = indexes.get(JSON.stringify(built.unit));
      return unit === undefined ? [] : beginsIn(source, made).map((begin) => ({ unit, ...begin }));
    }),
    inputs: judged.flatMap(({ source, built }) => {
      const unit = indexes.get(JSON.stringify(built.unit));
      if (unit === undefined || source.entry.kind !== 'handler') return [];
      return [{ unit, ...findInput(source.knowledge, source.entry) }];
    }),
    unitFiles: unitFiles(judged, indexes),
    unitCalls: units.map((_, i) => distinctCalls(calls.filter(({ unit }) => unit === i))),
    unresolved: findUnresolved(knowledge, consumers),
    unseenCalls: distinctCalls(calls),
    boundedUnits: [...new Set(bounded)].sort(),
  };
}

function beginsIn(
  { knowledge, graph }: EnteredUnit,
  made: readonly MadeProducer[],
): readonly Omit<UnitBegin, 'unit'>[] {
  return graph.steps.flatMap((step) => {
    const { node: call, env } = step;
    if (step.kind !== 'control' || step.verb !== 'begin' || !ts.isCallExpression(call)) return [];
    const place = knowledge.slice.placeOf(call.expression);
    return [{ place, producers: producersBehind(knowledge, { call, env }, made) }];
  });
}

/** Two contexts that come to the same unit may enter different files on their way. */
function unitFiles(judged: readonly JudgedSource[], indexes: ReadonlyMap<string, number>): DeliveryFacts['unitFiles'] {
  const files = [...indexes].map(() => new Set<string>());
  for (const { source, built } of judged) {
    const known = files[indexes.get(JSON.stringify(built.unit)) ?? -1];
    // A function that only calls another does nothing itself; it is on the way to what is done.
    const ways = built.unit.effects.flatMap(({ calls }) => calls);
    for (const { file } of [...enteredFunctions(source), ...ways]) known?.add(file);
  }
  return files.map((known) => [...known].sort(compareText));
}

function distinctCalls(found: readonly { readonly call: UnseenCall }[]): readonly UnseenCall[] {
  const calls = new Map(found.map(({ call }) => [JSON.stringify(call), call]));
  return [...calls.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
