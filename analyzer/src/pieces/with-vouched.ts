import { buildUnit, type BuiltUnit } from '../explore/build-unit.ts';
import { weakest } from '../explore/judge-unit.ts';
import { comparePlaces } from '../facts/place.ts';
import { enterUnit, type EnteredUnit } from '../scopes/enter-unit.ts';
import type { JudgeRequest } from './judge-site.ts';

/**
 * A unit with the effects of the functions that the user vouches for. Rules see it as it is without them: to them such
 * a function is one step of which nothing is known.
 */
export function withVouched(
  { unit, complete }: BuiltUnit,
  { knowledge, entry, graph }: EnteredUnit,
  { consumers, limits, crashTablesOf }: Pick<JudgeRequest, 'consumers' | 'limits' | 'crashTablesOf'>,
): BuiltUnit {
  if (graph.hasVouched !== true) return { unit, complete };
  const whole = buildUnit(enterUnit(knowledge, entry, consumers, true), limits, crashTablesOf).unit;
  const seen = new Set(unit.effects.map(({ effect }) => effect.id));
  const vouched = whole.effects.filter(({ effect }) => !seen.has(effect.id));
  const effects = [...unit.effects, ...vouched.map((judged) => ({ ...judged, vouchedFor: true as const }))].sort(
    (a, b) => comparePlaces(a.effect.place, b.effect.place),
  );
  const { crashTable } = whole;
  return {
    unit: {
      ...unit,
      effects,
      guarantee: weakest(effects.map(({ verdict }) => verdict.guarantee)),
      ...(crashTable === undefined ? {} : { crashTable }),
    },
    complete,
  };
}
