import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import type { Cause } from './causes.ts';
import type { EffectChange } from './compare-effects.ts';
import type { FactChange, UnitChange } from './compare-locks.ts';
import type { CurrentUnit } from './current-units.ts';
import { factsBehind } from './facts-behind.ts';
import { lostPromises } from './promises.ts';

/** A cause with the line that it is on, where there is one: what is gone has none. */
export interface PlacedCause {
  readonly message: string;
  readonly place?: Place;
}

export interface ExplainedEffect extends Omit<EffectChange, 'causes'> {
  /** Where the effect is now. */
  readonly place?: Place;
  readonly causes: readonly PlacedCause[];
  /** Why the guarantee is what it is. */
  readonly reason?: string;
  /** The shortest run that shows what is promised no more. */
  readonly trace: Trace;
}

export interface ExplainedFact extends FactChange {
  readonly place?: Place;
}

/** A change with the lines of the code behind it. */
export interface ExplainedChange extends Omit<UnitChange, 'effects' | 'facts'> {
  /** Where the unit is now. */
  readonly place?: Place;
  readonly kind?: Unit['kind'];
  readonly facts: readonly ExplainedFact[];
  readonly effects: readonly ExplainedEffect[];
}

/** Looks up in the code what the comparison of two locks found. */
export function explainChanges(
  changes: readonly UnitChange[],
  current: readonly CurrentUnit[],
): readonly ExplainedChange[] {
  return changes.map((change) => {
    const unit = current.find(({ file, symbol }) => file === change.unit.file && symbol === change.unit.symbol);
    if (unit === undefined)
      return { ...change, ...placed(change.behind?.place), effects: change.effects.map(unexplained) };
    return {
      ...change,
      place: unit.unit.place,
      kind: unit.unit.kind,
      facts: change.facts.map((fact) => ({ ...fact, ...placed(placeOfFact(fact.fact, unit)) })),
      effects: change.effects.map((effect) => explained(effect, unit)),
    };
  });
}

/** What is said of an effect that is not in sight: only what has its place with it. */
function unexplained(effect: EffectChange): ExplainedEffect {
  const causes = effect.causes.map(({ message, place }) => ({ message, ...placed(place) }));
  return { ...effect, causes, trace: [] };
}

function explained(change: EffectChange, unit: CurrentUnit): ExplainedEffect {
  const judged = change.after === undefined ? undefined : unit.effects.get(change.effect);
  if (judged === undefined) return unexplained(change);
  const { verdict, effect } = judged;
  return {
    ...change,
    place: effect.place,
    causes: [
      ...change.causes.map((cause) => placedCause(cause, unit.unit, judged)),
      ...factsOf(change, unit.unit, judged),
    ],
    reason: verdict.reason,
    trace: change.fails ? traceOf(judged) : [],
  };
}

function placedCause(cause: Cause, unit: Unit, judged: JudgedEffect): PlacedCause {
  const asker = cause.kind === 'guard-gone' ? askedStill(cause, unit) : undefined;
  if (asker !== undefined) {
    return { message: `guard \`${cause.guard ?? ''}\` does not decide any more whether it runs`, place: asker };
  }
  return { message: cause.message, ...placed(placeOfCause(cause, unit, judged)) };
}

/** Where the statement of a guard still stands: it was not taken away, nobody asks for its answer any more. */
function askedStill({ guard }: Cause, { guards, effects }: Unit): Place | undefined {
  const asked = guards.find(({ label }) => label === guard)?.place;
  return asked ?? effects.find(({ effect }) => effect.label === guard)?.effect.place;
}

/** What the code shows about a promise that is broken now: no lock holds it. What is unknown breaks none. */
function factsOf({ status, before, after }: EffectChange, unit: Unit, judged: JudgedEffect): readonly PlacedCause[] {
  if (status !== 'downgraded' && status !== 'revealed') return [];
  if (before === undefined || after === undefined || after.guarantee === 'unknown') return [];
  return factsBehind(unit, judged, lostPromises(before.guarantee, after.guarantee));
}

/** A repeat and a loss weigh more than what only readers of uncommitted messages see. */
function traceOf({ verdict }: JudgedEffect): Trace {
  const [first] = ['duplicate', 'lost-write', 'stuck', 'aborted-read'].flatMap((kind) =>
    verdict.anomalies.filter((anomaly) => anomaly.kind === kind),
  );
  return first?.trace ?? [];
}

function placed(place: Place | undefined): { readonly place?: Place } {
  return place === undefined ? {} : { place };
}

function placeOfCause({ kind, guard, place }: Cause, unit: Unit, { effect, guards }: JudgedEffect): Place | undefined {
  switch (kind) {
    case 'left-transaction':
    case 'guard-gone':
      return effect.place;
    case 'repeat':
      return keyPlace(effect) ?? effect.place;
    case 'guard-new':
    case 'guard-weaker':
      return guards.find(({ label }) => label === guard)?.place;
    case 'transaction-gone':
      return unit.place;
    case 'offsets-left':
      return commitPlace(unit);
    case 'offset-commit':
      return unit.offsetCommits[0]?.place;
    case 'auto-commit':
      return unit.autoCommit?.place;
    case 'out-of-sight':
      return place;
  }
}

function keyPlace(effect: JudgedEffect['effect']): Place | undefined {
  if (effect.kind !== 'external-write' || effect.repeatability.kind !== 'unstable-key') return undefined;
  return effect.repeatability.key.origin ?? effect.repeatability.key.place;
}

function commitPlace({ transactions }: Unit): Place | undefined {
  const [commit] = transactions.flatMap(({ commitsWithoutOffsets }) => commitsWithoutOffsets);
  return commit?.place ?? transactions[0]?.place;
}

function placeOfFact(fact: FactChange['fact'], { unit, consumer }: CurrentUnit): Place | undefined {
  switch (fact) {
    case 'autoCommit':
      return unit.autoCommit?.place;
    case 'reads':
      return consumer?.readUncommitted?.place ?? consumer?.place;
    case 'transaction':
      return commitPlace(unit) ?? unit.place;
    case 'offsetCommits':
      return unit.offsetCommits[0]?.place ?? unit.place;
    case 'delivery':
      return unit.place;
  }
}
