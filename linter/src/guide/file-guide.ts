import type { Analysis } from '@kafka-eos/analyzer/facts/analysis';
import { comparePlaces, type Place } from '@kafka-eos/analyzer/facts/place';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { effectsTitle } from './effect-words.ts';
import { effectText, transactionText, unitText } from './hover-texts.ts';

/** What is known about one file beyond its findings: plain data, for whoever shows the file. */
export interface FileGuide {
  /** Above handlers and transactions; sorted by place. */
  readonly lenses: readonly Lens[];
  readonly notes: readonly Note[];
}

export interface Lens {
  readonly place: Place;
  /** `exactly-once → payments.settled · at-least-once → stripe.charges` */
  readonly title: string;
  readonly unit: string;
}

/** Markdown about a span. */
export interface Note {
  readonly place: Place;
  /** True when it is about a whole function: then it is shown on that function's first line. */
  readonly isFunction: boolean;
  readonly text: string;
}

export function guideTo({ units }: Analysis, file: string): FileGuide {
  const here = ({ place }: { readonly place: Place }): boolean => place.file === file;
  const seen = units.flatMap((unit) => [
    ...(here(unit) ? [unitLens(unit, units)] : []),
    ...unit.transactions.filter(here).map((transaction) => transactionLens(transaction.place, unit, units)),
  ]);
  const notes = units.flatMap((unit): readonly Note[] => [
    ...unit.effects
      .filter(({ effect }) => here(effect))
      .map((effect) => ({ place: effect.effect.place, isFunction: false, text: effectText(effect, unit) })),
    ...unit.transactions.filter(here).map((transaction) => ({
      place: transaction.place,
      isFunction: false,
      text: transactionText(transaction, unit),
    })),
    ...(here(unit) ? [{ place: unit.place, isFunction: true, text: unitText(unit) }] : []),
  ]);
  return { lenses: distinct(seen).sort((a, b) => comparePlaces(a.place, b.place)), notes: distinct(notes) };
}

/** A handler that several consumers are given is several units at one place: one lens speaks for all of them. */
function unitLens({ place, id }: Unit, units: readonly Unit[]): Lens {
  const effects = units.filter((other) => samePlace(other.place, place)).flatMap((unit) => unit.effects);
  return { place, title: effectsTitle(effects) || 'no effects', unit: id };
}

function transactionLens(place: Place, unit: Unit, units: readonly Unit[]): Lens {
  const around = units.filter(({ transactions }) => transactions.some((other) => samePlace(other.place, place)));
  const inside = around.flatMap(({ effects }): readonly JudgedEffect[] =>
    effects.filter(({ insideTransaction }) => insideTransaction),
  );
  return { place, title: `in the transaction: ${effectsTitle(inside) || 'no effects'}`, unit: unit.id };
}

function samePlace(a: Place, b: Place): boolean {
  return comparePlaces(a, b) === 0;
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
