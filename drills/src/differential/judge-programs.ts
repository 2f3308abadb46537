import { entryOf, printProgram, type Files } from '../generator/print-program.ts';
import type { Program } from '../generator/program.ts';
import { variedBy, workloadFor } from '../generator/workload.ts';
import type { SimulatedUnit } from '../simulator/api.ts';
import { simulate } from '../simulator/simulate.ts';
import { disagreementsIn, pairs, type Disagreement, type Pair } from './compare.ts';
import { judgeStatically } from './static-verdicts.ts';

/** What both sides say of one program. */
export interface Judged {
  readonly program: Program;
  readonly files: Files;
  readonly pairs: readonly Pair[];
  readonly disagreements: readonly Disagreement[];
  readonly units: readonly SimulatedUnit[];
  readonly runs: number;
  /** Why one side could not judge, which is a disagreement too. */
  readonly unjudged: readonly string[];
}

/** In the order of the programs; the execution of each begins when it is asked for. */
export async function* judgePrograms(programs: readonly Program[]): AsyncGenerator<Judged> {
  const printed = programs.map(printProgram);
  const verdicts = judgeStatically(printed);
  for (const [index, program] of programs.entries()) {
    const files = printed[index] ?? new Map<string, string>();
    const stated = verdicts[index] ?? { effects: [], incomplete: ['not judged'] };
    const units = await execute(program, files);
    const both = pairs(stated, units);
    yield {
      program,
      files,
      pairs: both,
      disagreements: disagreementsIn(both),
      units,
      runs: units.reduce((sum, unit) => sum + unit.runs, 0),
      unjudged: [...stated.incomplete.map((reason) => `static: ${reason}`), ...reasons(units)],
    };
  }
}

/** How the sides differ, `static at-least-once duplicate, simulated none duplicate lost-write`. */
export function kindsOf({ disagreements, unjudged }: Judged): readonly string[] {
  const verdicts = disagreements.map(({ stated, executed }) => `static ${stated}, simulated ${executed}`);
  return [...new Set([...unjudged, ...verdicts])];
}

function execute(program: Program, files: Files): Promise<readonly SimulatedUnit[]> {
  return simulate({ files, entry: entryOf(program) }, workloadFor(variedBy(program)), { namedOnce: NUMBERED });
}

/** Tables, topics, paths and keys of generated programs have a number of their own. */
const NUMBERED = /[a-z]_\d+/;

function reasons(units: readonly SimulatedUnit[]): readonly string[] {
  if (units.length === 0) return ['simulated: no unit'];
  return units.flatMap(({ incomplete }) => (incomplete === undefined ? [] : [`simulated: ${incomplete}`]));
}
