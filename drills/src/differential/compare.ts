import type { Anomaly, Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { CallSite, SimulatedEffect, SimulatedUnit } from '../simulator/api.ts';
import type { StaticEffect, StaticVerdicts } from './static-verdicts.ts';

/** An effect as both sides see it. */
export interface Pair {
  readonly place: Place;
  readonly static: StaticEffect | undefined;
  readonly simulated: readonly SimulatedEffect[];
}

/** An effect on which the two sides do not say the same, with both verdicts in the words of a fixture. */
export interface Disagreement extends Pair {
  readonly stated: string;
  readonly executed: string;
}

/** The two sides side by side, in the order of the source; one effect per place. */
export function pairs(verdicts: StaticVerdicts, units: readonly SimulatedUnit[]): readonly Pair[] {
  const simulated = units.flatMap((unit) => unit.effects);
  const worst = worstByPlace(verdicts.effects);
  const paired = worst.map((effect) => ({
    place: effect.place,
    static: effect,
    simulated: simulated.filter(({ site }) => site !== undefined && isAt(effect, judgedSite(site, worst), worst)),
  }));
  const known = new Set(paired.flatMap((pair) => pair.simulated));
  const alone = simulated.filter((effect) => !known.has(effect));
  return [
    ...paired,
    ...alone.map((effect) => ({ place: placeOf(effect.site), static: undefined, simulated: [effect] })),
  ];
}

/** Several units may perform one effect; it is compared at its worst. */
function worstByPlace(effects: readonly StaticEffect[]): readonly StaticEffect[] {
  const byPlace = new Map<string, StaticEffect[]>();
  for (const effect of effects) {
    const { file, start } = effect.place;
    const key = `${file}:${start.line}:${start.column}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), effect]);
  }
  return [...byPlace.values()].flatMap((copies) => {
    const judged = copies.filter(({ guarantee }) => guarantee !== 'unjudged');
    const [first] = judged.length > 0 ? judged : copies;
    if (first === undefined) return [];
    const anomalies = judged.flatMap((copy) => copy.anomalies);
    const unknown = judged.find(({ guarantee }) => guarantee === 'unknown');
    return [
      unknown ?? {
        ...first,
        guarantee: merged(
          judged.map(({ guarantee }) => guarantee),
          first.guarantee,
        ),
        anomalies,
      },
    ];
  });
}

function merged(
  guarantees: readonly StaticEffect['guarantee'][],
  otherwise: StaticEffect['guarantee'],
): StaticEffect['guarantee'] {
  const order: readonly StaticEffect['guarantee'][] = ['none', 'at-least-once', 'at-most-once'];
  if (guarantees.includes('at-least-once') && guarantees.includes('at-most-once')) return 'none';
  return order.find((guarantee) => guarantees.includes(guarantee)) ?? otherwise;
}

/** Where a callback hands the call on to a library, the call of the callback is the effect. */
function judgedSite(site: CallSite, all: readonly StaticEffect[]): CallSite {
  const sites = [site, ...(site.callers ?? [])];
  const isJudged = (at: CallSite): boolean =>
    all.some((effect) => effect.guarantee !== 'unjudged' && isAt(effect, at, all));
  return sites.find(isJudged) ?? site;
}

/** On a line with one effect the line is enough: where types are taken out, columns move. */
export function isAt({ place }: Pick<StaticEffect, 'place'>, site: CallSite, all: readonly StaticEffect[]): boolean {
  if (place.file !== site.file || site.line < place.start.line || site.line > place.end.line) return false;
  const alone = all.filter((other) => other.place.file === place.file && other.place.start.line === place.start.line);
  return alone.length === 1 || (site.column >= place.start.column && site.column <= place.end.column);
}

function placeOf(site: CallSite | undefined): Place {
  const { file, line, column } = site ?? { file: '', line: 0, column: 0 };
  return { file, start: { line, column }, end: { line, column } };
}

export function disagreementsIn(all: readonly Pair[]): readonly Disagreement[] {
  return all.flatMap((pair) => {
    const stated = statementOf(pair.static);
    const executed = executedVerdict(pair.simulated);
    return stated === executed ? [] : [{ ...pair, stated, executed }];
  });
}

/** `at-least-once duplicate`, `unjudged`: a verdict in the words of a fixture. */
export function statementOf(effect: StaticEffect | undefined): string {
  if (effect === undefined || effect.guarantee === 'unjudged') return 'unjudged';
  return inWords(
    effect.guarantee,
    effect.anomalies.map(({ kind }) => kind),
  );
}

export function executedVerdict(effects: readonly SimulatedEffect[]): string {
  const [first] = effects;
  if (first === undefined) return 'unjudged';
  const kinds = effects.flatMap(({ anomalies }) => anomalies.map(({ kind }) => kind));
  return inWords(guaranteeOf(kinds, first), kinds);
}

/** One call may change several resources; together they hold what the weakest holds. */
function guaranteeOf(kinds: readonly Anomaly[], { guarantee }: SimulatedEffect): Guarantee {
  const duplicate = kinds.includes('duplicate');
  const lost = kinds.includes('lost-write');
  if (duplicate && lost) return 'none';
  if (duplicate) return 'at-least-once';
  return lost ? 'at-most-once' : guarantee;
}

function inWords(guarantee: Guarantee, kinds: readonly Anomaly[]): string {
  return [guarantee, ...[...new Set(kinds)].toSorted()].join(' ');
}
