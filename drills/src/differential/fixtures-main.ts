import { fileURLToPath } from 'node:url';
import { simulate } from '../simulator/simulate.ts';
import type { SimulatedUnit } from '../simulator/api.ts';
import { disagreementsIn, pairs, statementOf, type Disagreement } from './compare.ts';
import { guessWorkload } from './guess-workload.ts';
import type { StoredProgram } from './read-programs.ts';
import { disagreementStory } from './report.ts';
import { judgeEachStatically, type StaticVerdicts } from './static-verdicts.ts';
import { guessEntry, storedPrograms } from './stored-programs.ts';

/** What became of one program: compared, or not run for a reason. */
interface Outcome {
  readonly name: string;
  readonly effects: number;
  readonly disagreements: readonly Disagreement[];
  readonly notRun?: string;
  /** Effects of which the explorer says that it does not know. */
  readonly unknown: number;
}

async function compareOne({ name, files }: StoredProgram, judged: StaticVerdicts): Promise<Outcome> {
  const units = await executed(files);
  const both = pairs(judged, typeof units === 'string' ? [] : units);
  const unknown = judged.effects.filter(({ guarantee }) => guarantee === 'unknown').length;
  if (typeof units === 'string') return { name, effects: both.length, disagreements: [], notRun: units, unknown };
  // The explorer may say that it does not know; it may not say what is not so.
  const known = both.filter((pair) => statementOf(pair.static) !== 'unknown');
  return { name, effects: known.length, disagreements: disagreementsIn(known), unknown };
}

async function executed(files: ReadonlyMap<string, string>): Promise<readonly SimulatedUnit[] | string> {
  try {
    const units = await simulate({ files, entry: guessEntry(files) }, guessWorkload(files));
    const reason = units.length === 0 ? 'no handler was started' : units.find((unit) => unit.incomplete)?.incomplete;
    return reason ?? units;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function main(filter: string): Promise<number> {
  const repository = fileURLToPath(new URL('../../../', import.meta.url));
  const programs = storedPrograms(repository).filter(({ name }) => name.includes(filter));
  const verdicts = judgeEachStatically(programs.map(({ files }) => files));
  const outcomes: Outcome[] = [];
  for (const [index, program] of programs.entries()) {
    outcomes.push(await compareOne(program, verdicts[index] ?? { effects: [], incomplete: [] }));
  }
  const compared = outcomes.filter(({ notRun }) => notRun === undefined);
  const different = compared.filter(({ disagreements }) => disagreements.length > 0);
  console.log(`${programs.length} programs, ${compared.length} run on both sides, ${sum(compared)} effects compared`);
  console.log(`not run: ${outcomes.length - compared.length}`);
  for (const { name, notRun } of outcomes)
    if (notRun !== undefined) console.log(`  ${name}: ${notRun.split('\n')[0] ?? ''}`);
  const unknown = compared.filter((outcome) => outcome.unknown > 0);
  console.log(`not known to the explorer: ${unknown.length}`);
  for (const outcome of unknown) console.log(`  ${outcome.name}: ${outcome.unknown}`);
  console.log(`disagreeing: ${different.length}`);
  for (const { name, disagreements } of different) {
    console.log(`  ${name}`);
    for (const one of disagreements) console.log(disagreementStory(one).join('\n'));
  }
  return different.length === 0 ? 0 : 1;
}

function sum(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((total, { effects }) => total + effects, 0);
}

process.exitCode = await main(process.argv[2] ?? '');
