import type { CrashOutcome, CrashPoint, EndState, Extent } from '@kafka-eos/analyzer/facts/crash-table';
import type { Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import { indexLines, lineText } from '@kafka-eos/linter/line-index';
import type { TabledUnit } from '@kafka-eos/linter/crash/units-at';

/** A crash table as every format shows it: effects have letters. */
export interface CrashView {
  readonly name: string;
  readonly place: Place;
  readonly kind: TabledUnit['kind'];
  readonly delivery: TabledUnit['delivery'];
  readonly autoCommit: boolean | 'unknown' | undefined;
  readonly guarantee: Guarantee;
  readonly effects: readonly EffectView[];
  readonly rows: readonly CrashRow[];
}

export interface EffectView {
  readonly letter: string;
  readonly label: string;
  readonly place: Place;
  readonly guarantee: Guarantee;
  readonly insideTransaction: boolean;
}

/** `sure`: on every path that leads there. */
export interface Mark {
  readonly letter: string;
  readonly sure: boolean;
}

export interface CrashRow {
  readonly moment: CrashPoint['moment'];
  readonly place: Place;
  readonly label: string;
  /** The line of the source, trimmed. */
  readonly code: string;
  readonly calls: readonly Place[];
  readonly redelivered: Extent;
  readonly forgotten: readonly string[];
  readonly kept: readonly Mark[];
  readonly dropped: readonly Mark[];
  readonly performed: readonly Mark[];
  /** The ends of each effect, the worst first; an effect that no path leads to has none. */
  readonly ends: readonly { readonly letter: string; readonly ends: readonly EndState[] }[];
  /** The worst that happens: a duplicate or a loss is bad, what only others may see is dubious. */
  readonly verdict: 'bad' | 'dubious' | 'good';
}

export function crashView(unit: TabledUnit, textOf: (file: string) => string | undefined): CrashView {
  const letters = new Map(unit.effects.map(({ effect }, i) => [effect.id, letterOf(i)]));
  return {
    name: unit.name,
    place: unit.place,
    kind: unit.kind,
    delivery: unit.delivery,
    autoCommit: unit.autoCommit?.value,
    guarantee: unit.guarantee,
    effects: unit.effects.map(({ effect, verdict, insideTransaction }, i) => ({
      letter: letterOf(i),
      label: effect.label,
      place: effect.place,
      guarantee: verdict.guarantee,
      insideTransaction,
    })),
    rows: unit.crashTable.points.map((point) => rowOf(point, letters, textOf)),
  };
}

/** A … Z, AA, AB … */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

function rowOf(
  point: CrashPoint,
  letters: ReadonlyMap<string, string>,
  textOf: (file: string) => string | undefined,
): CrashRow {
  const marks = (of: (outcome: CrashOutcome) => Extent): readonly Mark[] =>
    point.outcomes.flatMap((outcome) => {
      const extent = of(outcome);
      const letter = letters.get(outcome.effect) ?? '';
      return extent === 'never' ? [] : [{ letter, sure: extent === 'always' }];
    });
  const ends = point.outcomes
    .filter((outcome) => outcome.ends.length > 0)
    .map((outcome) => ({ letter: letters.get(outcome.effect) ?? '', ends: outcome.ends }));
  return {
    moment: point.moment,
    place: point.place,
    label: point.label,
    code: lineAt(textOf(point.place.file), point.place.start.line),
    calls: point.calls,
    redelivered: point.redelivered,
    forgotten: point.forgotten,
    kept: marks(({ kept }) => kept),
    dropped: marks(({ dropped }) => dropped),
    performed: marks(({ performed }) => performed),
    ends,
    verdict: verdictOf(ends.flatMap((each) => each.ends.slice(0, 1))),
  };
}

function verdictOf(worst: readonly EndState[]): CrashRow['verdict'] {
  if (worst.includes('duplicate') || worst.includes('lost-write')) return 'bad';
  return worst.includes('aborted-read') ? 'dubious' : 'good';
}

function lineAt(text: string | undefined, line: number): string {
  return text === undefined ? '' : lineText(indexLines(text), line).trim().replaceAll(/\s+/g, ' ');
}
