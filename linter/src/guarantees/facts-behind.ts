import type { HandlerOutcomes, NamedStep } from '@kafka-eos/analyzer/facts/handler-outcome';
import { comparePlaces, type Place } from '@kafka-eos/analyzer/facts/place';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import type { Promised } from './promises.ts';

/** A fact about the code with the line that it is on. */
export interface PlacedFact {
  readonly message: string;
  readonly place: Place;
}

/**
 * The facts of a unit that can take these promises from one of its effects, as rules would report them: no lock holds
 * them. What was promised until now did not have them.
 */
export function factsBehind(unit: Unit, judged: JudgedEffect, lost: readonly Promised[]): readonly PlacedFact[] {
  const facts = [
    ...(lost.includes('no loss') ? lossFacts(unit, judged) : []),
    ...(lost.includes('no repeat') ? repeatFacts(unit, judged) : []),
    ...guardFacts(judged, lost),
  ];
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** Those about the effect itself; else those that stand on the way to it. */
function lossFacts(unit: Unit, judged: JudgedEffect): readonly PlacedFact[] {
  const found = [...failureFacts(unit, judged.effect.place), ...orderFacts(unit.outcomes)];
  const own = found.filter(({ about }) =>
    about.some((place) => isSame(place, judged.effect.place) || leads(judged, place)),
  );
  const near = own.length > 0 ? own : found.filter(({ fact }) => isOnTheWay(fact.place, judged));
  return near.map(({ fact }) => fact);
}

interface Bearing {
  readonly fact: PlacedFact;
  /** The effects that it is about, and the calls that lead to them. */
  readonly about: readonly Place[];
}

function failureFacts({ outcomes, transactionFlow }: Unit, effect: Place): readonly Bearing[] {
  const swallowed = outcomes.swallowed.map(({ form, place, failed }): Bearing => {
    const end = form === 'catch' ? 'is caught here' : form === 'return' ? 'ends in this return' : 'ends in this commit';
    const what = failed.find((step) => isSame(step.place, effect)) ?? failed[0];
    const message = `a failure of \`${what?.label ?? 'it'}\` ${end}, and the message counts as processed`;
    return { fact: { message, place }, about: placesOf(failed) };
  });
  const sends = (transactionFlow?.failedSends ?? []).map(({ caught, send, label }): Bearing => ({
    fact: {
      message: `a failure of \`${label}\` is caught here, and the transaction commits without it`,
      place: caught,
    },
    about: [send],
  }));
  return [...swallowed, ...sends];
}

function orderFacts({ floating, early, droppedTails, wrongOffsets }: HandlerOutcomes): readonly Bearing[] {
  const ahead = wrongOffsets.filter(({ kind }) => kind !== 'behind');
  return [
    ...floating.map(({ place, label, effect }): Bearing => ({
      fact: { message: `\`${label}\` is started here, and nobody waits for it`, place },
      about: [place, effect.place],
    })),
    ...early.map(({ place, label, effects }): Bearing => ({
      fact: { message: `\`${label}\` moves the offset past the message before it runs`, place },
      about: placesOf(effects),
    })),
    ...droppedTails.map(({ place, option }): Bearing => ({
      fact: { message: `the rest of the batch is left here, and \`${option}\` takes it for processed`, place },
      about: [],
    })),
    ...ahead.map(({ place, sink }): Bearing => ({
      fact: { message: `\`${sink.label}\` gets an offset that skips messages`, place },
      about: [],
    })),
  ];
}

function repeatFacts({ outcomes, transactions }: Unit, { effect, insideTransaction }: JudgedEffect) {
  const behind = outcomes.wrongOffsets.filter(({ kind }) => kind !== 'ahead');
  const ids =
    effect.kind === 'produce' && insideTransaction ? transactions.flatMap((each) => each.transactionalId ?? []) : [];
  const { uncommitted } = outcomes;
  return [
    ...behind.map(({ place, sink }): PlacedFact => ({
      message: `\`${sink.label}\` gets an offset that does not move past the message`,
      place,
    })),
    ...ids
      .filter(({ stability }) => stability === 'unstable')
      .map((key): PlacedFact => ({
        message: 'the transactional id is another one at each start, and fences nobody',
        place: key.origin ?? key.place,
      })),
    ...(uncommitted === undefined
      ? []
      : [{ message: `\`${uncommitted.option}\` is off, and nobody commits an offset`, place: uncommitted.place }]),
  ];
}

/** A record that is not kept together with what it stands for. */
function guardFacts({ guards, behindGuards }: JudgedEffect, lost: readonly Promised[]): readonly PlacedFact[] {
  const named = (ids: readonly string[], how: string): readonly PlacedFact[] =>
    guards
      .filter(({ id }) => ids.includes(id))
      .map(({ label, place }) => ({ message: `the record of \`${label}\` ${how}`, place }));
  const { lost: missed, repeated } = behindGuards ?? {};
  return [
    ...(lost.includes('no loss') && missed !== undefined
      ? named(missed.guards, 'is kept although what it stands for is not: they are not committed together')
      : []),
    ...(lost.includes('no repeat') && repeated !== undefined
      ? named(repeated.guards, 'is not kept although what it stands for is: they are not committed together')
      : []),
  ];
}

function placesOf(steps: readonly NamedStep[]): readonly Place[] {
  return steps.map(({ place }) => place);
}

function isSame(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0;
}

/** Whether the effect is reached through a call that stands there. */
function leads({ calls }: JudgedEffect, place: Place): boolean {
  return calls.some((call) => isSame(call, place));
}

/** In a file that the way to the effect passes: a catch around a call has nothing to do with other handlers' work. */
function isOnTheWay(place: Place, { calls, effect }: JudgedEffect): boolean {
  return [...calls, effect.place].some(({ file }) => file === place.file);
}
