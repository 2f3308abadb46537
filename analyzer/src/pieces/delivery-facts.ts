import ts from '../typescript.ts';
import type { DeliveryFacts, UnitBegin, UnseenCall } from '../facts/delivery.ts';
import { comparePlaces } from '../facts/place.ts';
import type { Unit } from '../facts/unit.ts';
import type { BuiltUnit } from '../explore/build-unit.ts';
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
    unresolved: findUnresolved(knowledge, consumers),
    unseenCalls: unseenCalls(judged),
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

function unseenCalls(judged: readonly JudgedSource[]): readonly UnseenCall[] {
  const calls = judged.flatMap(({ source }) => findUnseenCalls(source.knowledge, source.graph));
  const distinctCalls = new Map(calls.map((call) => [JSON.stringify(call), call]));
  return [...distinctCalls.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
