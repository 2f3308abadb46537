import type { NamedStep, SwallowedFailure } from '../../facts/handler-outcome.ts';
import { comparePlaces, type Place } from '../../facts/place.ts';
import type { Trace } from '../../facts/trace.ts';
import type { EnteredUnit } from '../../scopes/enter-unit.ts';
import type { UnitGuard } from '../../scopes/unit-guard.ts';
import { stepName } from '../../summaries/step-name.ts';
import type { Step } from '../../summaries/unit-graph.ts';
import type { UnitDescription } from '../describe-unit.ts';
import { isGivenBack } from '../given-back.ts';
import { say } from '../wording.ts';
import { AfterFailure } from './after-failure.ts';
import { BestEffort } from './best-effort.ts';
import { detachedKeys } from './detached-keys.ts';
import { Catches } from './catches.ts';
import { isAbortedAnyway } from './in-transaction.ts';
import { OnlyFailure } from './only-failure.ts';
import { RoutedBefore } from './routed-before.ts';
import { rethrowing, swallowPlace, type SwallowPlace } from './swallow-place.ts';
import { swallowingPaths, type Swallowing } from './swallowing-paths.ts';
import type { Walk } from './walk.ts';
import { type Moment } from './walk.ts';

type Description = Pick<UnitDescription, 'delivery' | 'placeOf'>;

/** Where the failures of a handler's effects end, one entry per place. */
export function findSwallows(
  source: EnteredUnit,
  walk: Walk,
  moments: readonly Moment[],
  description: Description,
): readonly SwallowedFailure[] {
  if (source.entry.kind !== 'handler' || isReplying(source)) return [];
  const detached = detachedKeys(source.graph);
  const claims = new Set(source.conditions.guards.flatMap((guard) => (isOwnRow(source, guard) ? [] : [...guard.asks])));
  const catches = new Catches(source.knowledge);
  const bestEffort = new BestEffort(source.graph, source.conditions);
  const routed = new RoutedBefore(source.knowledge, walk, moments);
  const only = new OnlyFailure(walk);
  const losesNothing = (moment: Moment, effect: Step): boolean =>
    routed.has(moment, effect) || isAbortedAnyway(walk, moment, effect);
  const found = moments.flatMap((moment): readonly Found[] => {
    const effect = walk.stepAt(moment);
    // Who goes on without an answer of its guard risks a repeat, and no loss.
    const isJudged =
      effect !== undefined &&
      canFail(effect) &&
      !bestEffort.isCopy(effect) &&
      !detached.has(effect.key) &&
      !claims.has(effect.id) &&
      only.mayBe(moment, effect);
    const thrown = isJudged ? walk.thrown(moment) : undefined;
    if (!isJudged || thrown === undefined) return [];
    const delivered = { isBatch: source.entry.delivery === 'each-batch', autoResolve: source.entry.autoResolve };
    const after = new AfterFailure(source.knowledge, walk, delivered, { effect, moment }, catches);
    const paths = swallowingPaths(after, thrown);
    if (paths.length > 0 && losesNothing(moment, effect)) return [];
    return paths.flatMap((path) => {
      const step = source.graph.steps[path.by];
      const place = step === undefined || mayExit(step) ? undefined : swallowPlace(source.knowledge, step);
      return place === undefined || step === undefined ? [] : [{ effect, step, place, path }];
    });
  });
  return merged(source, found, description);
}

/** A row under a unique key that keeps nothing but itself from a repeat is the work, and no guard of it. */
function isOwnRow({ graph }: EnteredUnit, { asks, throws, decides }: UnitGuard): boolean {
  const own = new Set([...asks].map((ask) => graph.steps[ask]?.key));
  return throws && [...decides.keys()].every((key) => own.has(key));
}

interface Found {
  readonly effect: Step;
  readonly step: Step;
  readonly place: SwallowPlace;
  readonly path: Swallowing;
}

const FAILING: ReadonlySet<string> = new Set(['begin', 'commit', 'send-offsets']);

function canFail(step: Step): boolean {
  // Without its lock the work is done all the same, and a lock that is not given back expires.
  if (step.kind === 'write') return !isGivenBack(step) && !(step.write.category === 'cache' && step.write.claims);
  return step.kind === 'produce' || (step.kind === 'control' && FAILING.has(step.verb));
}

/** A handler that answers the sender tells it of the failure instead. */
function isReplying({ entry }: EnteredUnit): boolean {
  return entry.library.tags.some(({ verb, words }) => verb === 'handle' && words.includes('replies'));
}

/** A process that ends itself is handed the message again. */
function mayExit({ node }: Step): boolean {
  return /\bprocess\s*\.\s*(exit|kill|abort)\s*\(/.test(node.getText());
}

function merged(source: EnteredUnit, found: readonly Found[], description: Description): readonly SwallowedFailure[] {
  const byPlace = new Map<string, Found[]>();
  for (const each of found) {
    const key = JSON.stringify(each.place.place);
    byPlace.set(key, [...(byPlace.get(key) ?? []), each]);
  }
  return [...byPlace.values()]
    .flatMap((group) => swallowed(source, group, description) ?? [])
    .sort((a, b) => comparePlaces(a.place, b.place));
}

function swallowed(
  { knowledge }: EnteredUnit,
  group: readonly Found[],
  description: Description,
): SwallowedFailure | undefined {
  const ordered = [...group].sort((a, b) => a.path.length - b.path.length || a.effect.id - b.effect.id);
  const worst = ordered.find(({ path }) => path.aborted) ?? ordered[0];
  if (worst === undefined) return undefined;
  return {
    ...worst.place,
    failed: distinct([worst, ...ordered].map(({ effect }) => named(effect, description))),
    aborted: worst.path.aborted,
    trace: traceOf(worst, description),
    rethrow: rethrowing(knowledge, worst.step.node),
  };
}

function named(step: Step, { placeOf }: Description): NamedStep {
  return { label: stepName(step), place: placeOf(step) };
}

function distinct(steps: readonly NamedStep[]): readonly NamedStep[] {
  return [...new Map(steps.map((step) => [JSON.stringify(step.place), step])).values()];
}

function traceOf({ effect, place, path }: Found, { delivery, placeOf }: Description): Trace {
  const label = stepName(effect);
  const at = (step: Step | undefined): Place => (step === undefined ? delivery.place : placeOf(step));
  const aborts: Trace = path.aborted ? [{ place: place.place, kind: 'abort', message: say.abort }] : [];
  return [
    { place: delivery.place, kind: 'receive', message: say.first(delivery) },
    { place: at(effect), kind: 'fault', message: say.fails(label) },
    ...aborts,
    { place: place.place, kind: 'offset', message: ENDS[place.form] },
    { place: at(effect), kind: 'outcome', message: say.never(label) },
  ];
}

const ENDS: Readonly<Record<SwallowedFailure['form'], string>> = {
  catch: 'the error goes no further: the handler returns as if it had succeeded, and the position moves on',
  return: 'this return replaces the error: the handler succeeds, and the position moves on',
  offset: 'the offset is committed although the error is still on its way out',
};
