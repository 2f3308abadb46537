import { analyze } from '@kafka-eos/analyzer';
import type { Transitions } from '@kafka-eos/analyzer/explore/transition';
import { TRANSITIONS } from '@kafka-eos/analyzer/explore/transitions';
import type { Anomaly, Guarantee } from '@kafka-eos/analyzer/facts/guarantee';
import type { Place } from '@kafka-eos/analyzer/facts/place';
import type { Trace } from '@kafka-eos/analyzer/facts/trace';
import type { JudgedEffect, Unit } from '@kafka-eos/analyzer/facts/unit';
import { createMemoryHost } from '@kafka-eos/analyzer/program/memory-host';
import { libraryStubs } from '@kafka-eos/libraries';

/** What the explorer says of one effect; `unjudged` where only a failure leads to it. */
export interface StaticEffect {
  /** The callee, with the file's name relative to the program. */
  readonly place: Place;
  readonly label: string;
  readonly guarantee: Guarantee | 'unjudged';
  readonly reason: string;
  /** What performs it. */
  readonly unit: Unit['kind'];
  readonly anomalies: readonly { readonly kind: Anomaly; readonly trace: Trace }[];
}

export interface StaticVerdicts {
  readonly effects: readonly StaticEffect[];
  /** What keeps the verdicts from being the whole truth. */
  readonly incomplete: readonly string[];
}

const LIMITS = { includeTests: false, maxStates: 200_000, verdictsOnly: true };

/** Judges many programs at once, each in a folder of its own: opening the compiler once is what makes it cheap. */
export function judgeStatically(
  programs: readonly ReadonlyMap<string, string>[],
  transitions: Transitions = TRANSITIONS,
): readonly StaticVerdicts[] {
  const files = programs.flatMap((program, index) =>
    [...program].map(([name, text]) => [`${folderOf(index)}${name}`, text] as const),
  );
  const host = createMemoryHost(Object.fromEntries(files));
  const { units, notices } = analyze({ host, paths: [host.root], libraries: libraryStubs(), ...LIMITS, transitions });
  const general = notices.filter(({ incomplete, file }) => incomplete && file === undefined);
  const effects = units.flatMap(({ kind, effects: judged }) => judged.map((effect) => ({ kind, ...effect })));
  return programs.map((_, index) => {
    const folder = folderOf(index);
    const own = notices.filter(({ incomplete, file }) => incomplete && file?.startsWith(folder));
    return {
      effects: effects
        .filter(({ effect }) => effect.place.file.startsWith(folder))
        .map((judged) => within(folder, judged)),
      incomplete: [...general, ...own].map(({ message }) => message),
    };
  });
}

/** Stored programs may declare the same table differently: those with a schema are judged alone. */
export function judgeEachStatically(
  programs: readonly ReadonlyMap<string, string>[],
  transitions: Transitions = TRANSITIONS,
): readonly StaticVerdicts[] {
  const hasSchema = (program: ReadonlyMap<string, string>): boolean =>
    [...program.keys()].some((name) => name.endsWith('.sql'));
  const together = programs.filter((program) => !hasSchema(program));
  const verdicts = new Map(judgeStatically(together, transitions).map((judged, index) => [together[index], judged]));
  return programs.flatMap((program) => verdicts.get(program) ?? judgeStatically([program], transitions));
}

function folderOf(index: number): string {
  return `program-${index}/`;
}

function within(folder: string, { kind: unit, effect, verdict }: JudgedEffect & Pick<Unit, 'kind'>): StaticEffect {
  const move = (place: Place): Place => ({ ...place, file: place.file.slice(folder.length) });
  const unreached = verdict.guarantee === 'unknown' && verdict.reason === 'only a failure leads to it';
  return {
    place: move(effect.place),
    label: effect.label,
    guarantee: unreached ? 'unjudged' : verdict.guarantee,
    reason: verdict.reason,
    unit,
    anomalies: verdict.anomalies.map(({ kind, trace }) => ({
      kind,
      trace: trace.map((step) => ({ ...step, place: move(step.place) })),
    })),
  };
}
