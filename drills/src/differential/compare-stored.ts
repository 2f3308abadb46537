import type { SimulatedUnit } from '../simulator/api.ts';
import { simulate } from '../simulator/simulate.ts';
import { disagreementsIn, pairs, type Disagreement } from './compare.ts';
import { guessSetting } from './guess-workload.ts';
import type { StoredProgram } from './read-programs.ts';
import type { StaticVerdicts } from './static-verdicts.ts';
import { guessEntries } from './stored-programs.ts';
import { whyUnjudged } from './why-unjudged.ts';

/** An effect that is not compared, and why. */
export interface Unjudged {
  readonly at: string;
  /** The same words for all effects with the same cause. */
  readonly reason: string;
}

/** What became of one program that was written by hand. */
export interface Outcome {
  readonly name: string;
  /** Effects that both sides have judged. */
  readonly compared: number;
  readonly disagreements: readonly Disagreement[];
  readonly unjudged: readonly Unjudged[];
  /** Why nothing of it was executed. */
  readonly notRun?: string;
}

/** Executes a stored program, and holds what comes of it against what the explorer says. */
export async function compareStored({ name, files }: StoredProgram, judged: StaticVerdicts): Promise<Outcome> {
  const units = await executed(files);
  if (typeof units === 'string') return { name, compared: 0, disagreements: [], unjudged: [], notRun: units };
  const both = pairs(judged, units);
  const reasons = new Map(both.map((pair) => [pair, whyUnjudged(pair, units, files, both)]));
  const unjudged = both.flatMap((pair) => {
    const reason = reasons.get(pair);
    const { file, start } = pair.place;
    return reason === undefined ? [] : [{ at: `${file}:${start.line}:${start.column}`, reason }];
  });
  const compared = both.filter((pair) => reasons.get(pair) === undefined);
  return { name, compared: compared.length, disagreements: disagreementsIn(compared), unjudged };
}

async function executed(files: ReadonlyMap<string, string>): Promise<readonly SimulatedUnit[] | string> {
  const { workload, options } = guessSetting(files);
  try {
    const units: SimulatedUnit[] = [];
    for (const entry of guessEntries(files)) units.push(...(await simulate({ files, entry }, workload, options)));
    const isAnyRun = units.some(({ incomplete }) => incomplete === undefined);
    return isAnyRun ? units : (units[0]?.incomplete ?? 'no handler was started');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
