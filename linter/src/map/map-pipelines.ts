import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import type { UnitInput } from '@kafka-eos/analyzer/facts/delivery';
import type { Unit } from '@kafka-eos/analyzer/facts/unit';
import type { MapTransaction, Pipeline, PositionMove } from './delivery-map.ts';
import type { ServiceOf } from './find-services.ts';
import { mapEffects } from './map-effects.ts';
import { compareSites, siteKey, siteOf } from './sites.ts';

/** A unit as one part of the workspace uses it. */
export interface UsedUnit {
  readonly unit: Unit;
  readonly input: UnitInput | undefined;
  readonly pipeline: Pipeline;
}

/** A pipeline per unit and use: a handler inside a wrapper is a pipeline of everyone who uses the wrapper. */
export function mapPipelines(analysis: Analysis, serviceOf: ServiceOf): readonly UsedUnit[] {
  const found = analysis.units.flatMap((unit, i) => {
    const inputs = distinct((analysis.delivery?.inputs ?? []).filter((input) => input.unit === i));
    return inputs.length === 0
      ? [usedUnit(unit, undefined, analysis, serviceOf)]
      : inputs.map((input) => usedUnit(unit, input, analysis, serviceOf));
  });
  return numbered(found.sort((a, b) => compareSites(a.pipeline.at, b.pipeline.at)));
}

function distinct(inputs: readonly UnitInput[]): readonly UnitInput[] {
  return [...new Map(inputs.map((input) => [JSON.stringify(input), input])).values()];
}

function usedUnit(unit: Unit, input: UnitInput | undefined, analysis: Analysis, serviceOf: ServiceOf): UsedUnit {
  const own = serviceOf(unit.place.file);
  const user = input?.usedAt === undefined ? own : serviceOf(input.usedAt.place.file);
  const wrapped = input?.usedAt !== undefined && user.id !== own.id ? input.usedAt : undefined;
  const at = siteOf(wrapped?.place ?? unit.place);
  const pipeline: Pipeline = {
    id: siteKey(at),
    service: user.id,
    kind: unit.kind,
    delivery: unit.delivery,
    name: wrapped?.text ?? unit.name,
    at,
    ...(wrapped === undefined ? {} : { handlerAt: siteOf(unit.place) }),
    guarantee: unit.guarantee,
    complete: analysis.delivery?.boundedUnits.includes(unit.id) !== true,
    position: positionOf(unit),
    transactions: transactionsOf(unit, analysis),
    effects: mapEffects(unit, analysis),
  };
  return { unit, input, pipeline };
}

function positionOf({ kind, transactions, offsetCommits, autoCommit }: Unit): readonly PositionMove[] {
  if (kind !== 'handler') return [];
  const moves: PositionMove[] = [];
  if (transactions.some(({ sendsOffsets }) => sendsOffsets)) moves.push('in-transaction');
  if (offsetCommits.length > 0) moves.push('by-hand');
  if (autoCommit?.value === true) moves.push('auto-commit');
  if (moves.length > 0) return moves;
  return autoCommit === undefined || autoCommit.value === 'unknown' ? ['unknown'] : ['nobody'];
}

function transactionsOf(unit: Unit, { units, delivery }: Analysis): readonly MapTransaction[] {
  const begins = (delivery?.begins ?? []).filter((begin) => units[begin.unit] === unit);
  return unit.transactions.map(({ place, sendsOffsets, commits }) => {
    const at = siteOf(place);
    const same = begins.filter((call) => siteKey(siteOf(call.place)) === siteKey(at));
    return { at, producers: [...new Set(same.flatMap(({ producers }) => producers))].sort(), sendsOffsets, commits };
  });
}

/** Two pipelines may begin at one place: a handler that is used twice, or given in two ways. */
function numbered(used: readonly UsedUnit[]): readonly UsedUnit[] {
  const counts = new Map<string, number>();
  return used.map((each) => {
    const { id } = each.pipeline;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? each : { ...each, pipeline: { ...each.pipeline, id: `${id}#${String(count)}` } };
  });
}
