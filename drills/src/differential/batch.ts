import fc from 'fast-check';
import { arbitraryProgram } from '../generator/arbitrary-program.ts';
import { statementsIn, type Program } from '../generator/program.ts';
import { executedVerdict } from './compare.ts';
import { judgePrograms, kindsOf, type Judged } from './judge-programs.ts';

/** So many programs are judged by one call of the analyzer. */
export const BATCH = 100;

/** A batch of handlers by number: the same seed gives the same handlers, however many threads share the work. */
export interface BatchOrder {
  readonly seed: number;
  readonly batch: number;
  readonly size: number;
  /** Handlers that take more runs than about this are made smaller; as they are drawn by default. */
  readonly budget?: number;
}

/** A program on which the sides disagree; `kinds` says how, once per effect. */
export interface Found {
  readonly handler: number;
  readonly program: Program;
  readonly kinds: readonly string[];
}

/** Counts by name. */
export type Tally = Readonly<Record<string, number>>;

export interface BatchResult {
  readonly handlers: number;
  readonly effects: number;
  readonly runs: number;
  readonly verdicts: Tally;
  /** How often each kind of statement was written. */
  readonly steps: Tally;
  /** The faults of the runs that show an anomaly. */
  readonly faults: Tally;
  readonly found: readonly Found[];
}

export function programsOf({ seed, batch, size, budget }: BatchOrder): readonly Program[] {
  return fc.sample(arbitraryProgram(budget), { seed: mixed(seed, batch), numRuns: size });
}

/** Neighbouring seeds must not give neighbouring streams. */
function mixed(seed: number, batch: number): number {
  const once = Math.imul(seed ^ (batch + 0x9e37), 0x85ebca6b);
  return (once ^ (once >>> 13)) | 0;
}

export async function runBatch(order: BatchOrder): Promise<BatchResult> {
  const programs = programsOf(order);
  const judged: Judged[] = [];
  for await (const one of judgePrograms(programs)) judged.push(one);
  const found = judged.flatMap((one, index) => {
    const kinds = kindsOf(one);
    return kinds.length === 0 ? [] : [{ handler: order.batch * BATCH + index, program: one.program, kinds }];
  });
  const simulated = judged.flatMap(({ pairs }) => pairs.flatMap((pair) => pair.simulated));
  return {
    handlers: programs.length,
    effects: simulated.length,
    runs: judged.reduce((sum, { runs }) => sum + runs, 0),
    verdicts: tally(judged.flatMap(({ pairs }) => pairs.map((pair) => executedVerdict(pair.simulated)))),
    steps: tally(programs.flatMap(namesOfSteps)),
    faults: tally(
      simulated.flatMap(({ anomalies }) => anomalies.flatMap(({ run }) => run.faults.map(({ kind }) => kind))),
    ),
    found,
  };
}

function namesOfSteps({ delivery }: Program): readonly string[] {
  return [
    delivery.kind,
    ...statementsIn(delivery.body).flatMap((statement) => {
      if (statement.kind === 'effect') return [statement.effect, `${statement.form} call`];
      if (statement.kind === 'answered') return [statement.effect, `answer ${statement.form}`];
      if (statement.kind === 'guard') return [`guard ${statement.guard}`];
      return 'settle' in statement ? [`${statement.kind} ${statement.settle}`] : [statement.kind];
    }),
  ];
}

function tally(names: readonly string[]): Tally {
  return sumOf(names.map((name) => ({ [name]: 1 })));
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = new Map<string, number>();
  for (const [name, count] of tallies.flatMap((one) => Object.entries(one)))
    sum.set(name, (sum.get(name) ?? 0) + count);
  return Object.fromEntries([...sum].toSorted(([, a], [, b]) => b - a));
}
