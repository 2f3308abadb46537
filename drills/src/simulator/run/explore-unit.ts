import type { InjectedFault, SimulatedUnit, SimulationOptions, UnknownCall, Workload } from '../api.ts';
import { EffectIndex } from '../world/effect-index.ts';
import { faultsFor, holdsFor } from './fault-plans.ts';
import { KnownRuns, type RunFacts } from './known-runs.ts';
import { Verdicts, type Expectation } from './judge.ts';
import type { RunPlan, RunResult, UnitSetting } from './run-plan.ts';
import { UnitRun } from './unit-run.ts';

const runsAtATime = 50;

type Explored = Pick<SimulatedUnit, 'effects' | 'unknownCalls' | 'stuck' | 'runs' | 'points'> & {
  readonly incomplete?: string;
};

/** Two messages that are fetched in one way: what their runs are held against, and what those have shown. */
interface Pair {
  readonly expectation: Expectation;
  readonly known: KnownRuns;
}

/** Executes a unit with every fault at every point. */
export class UnitExploration {
  private readonly setting: UnitSetting;
  private readonly faults: NonNullable<SimulationOptions['faults']>;
  private readonly maximalRuns: number;
  private readonly passesOver: boolean;
  private readonly disturbances: boolean;
  private readonly everyRun: boolean;
  private passedOver: string | undefined;
  private readonly explored = new Set<RunPlan['fetch']>();
  private readonly verdicts = new Verdicts();
  private readonly unknownCalls = new Map<string, UnknownCall>();
  private runs = 0;
  private points = 0;
  private stuck = false;
  private incomplete: string | undefined;

  constructor(
    setting: UnitSetting,
    options: Pick<SimulationOptions, 'faults' | 'maximalRuns' | 'passesOver' | 'everyRun' | 'disturbances'>,
  ) {
    this.setting = setting;
    this.faults = options.faults ?? 1;
    this.disturbances = options.disturbances === true;
    this.passesOver = options.passesOver === true;
    this.everyRun = options.everyRun === true;
    this.maximalRuns = options.maximalRuns ?? 20_000;
  }

  async explore(workload: Workload, fetches: readonly RunPlan['fetch'][]): Promise<Explored> {
    for (const messages of workload) {
      for (const fetch of fetches) {
        const effects = new EffectIndex(messages);
        await this.explorePair({ messages, effects, fetch, faults: [], expires: false, remakesProducers: false });
      }
    }
    const { runs, points, stuck } = this;
    const incomplete = this.whyIncomplete(fetches);
    const unknownCalls = [...this.unknownCalls.values()];
    if (incomplete !== undefined) return { effects: [], unknownCalls, runs, points, stuck, incomplete };
    return { effects: this.verdicts.all(), unknownCalls, runs, points, stuck };
  }

  private leaveOut(base: RunResult | undefined, problem: string): void {
    if (this.passesOver && base?.problem === undefined) this.passedOver = problem;
    else this.incomplete ??= problem;
  }

  private whyIncomplete(fetches: readonly RunPlan['fetch'][]): string | undefined {
    const isAnyLeftOut = fetches.some((fetch) => !this.explored.has(fetch));
    return this.incomplete ?? (isAnyLeftOut ? this.passedOver : undefined);
  }

  private async explorePair(quiet: RunPlan): Promise<void> {
    const base = await this.run(quiet);
    const problem = problemOf(base);
    if (!base || problem !== undefined) {
      this.leaveOut(base, problem ?? 'too many runs');
      return;
    }
    this.explored.add(quiet.fetch);
    this.points = Math.max(this.points, base.points.length);
    for (const call of base.unknownCalls) this.unknownCalls.set(`${call.name} ${JSON.stringify(call.site)}`, call);
    const expectation = this.verdicts.expect(base);
    this.verdicts.judge(base, expectation);
    const pair: Pair = { expectation, known: new KnownRuns() };
    pair.known.note(quiet, base);
    for (const held of [undefined, ...holdsFor(base)]) {
      for (const expires of base.usesExpiry ? [false, true] : [false]) {
        const order = { ...(held ? { held } : {}), expires };
        await this.exploreFaults({ ...quiet, remakesProducers: base.remakesProducers, ...order }, pair);
      }
    }
  }

  /** A run without any fault but the order of things, then one with each fault, then with each pair. */
  private async exploreFaults(plan: RunPlan, pair: Pair): Promise<void> {
    const base = await this.judged(plan, pair);
    if (!base || this.faults === 0) return;
    for (const first of this.faultsAfter(base, 0)) {
      const struck = await this.judged({ ...plan, faults: [first] }, pair);
      if (struck) await this.exploreOrders({ ...plan, faults: [first] }, struck.overlap, pair);
      if (!struck || this.faults === 1) continue;
      for (const second of this.faultsAfter(struck, first.point + 1)) {
        await this.judged({ ...plan, faults: [first, second] }, pair);
      }
    }
  }

  /** Who waited for a row of the old owner goes on after each step of that one. */
  private async exploreOrders(plan: RunPlan, overlap: number, pair: Pair): Promise<void> {
    for (let after = 1; after <= overlap; after += 1) await this.judged({ ...plan, yieldAfter: after }, pair);
  }

  private faultsAfter(run: RunFacts, from: number): readonly InjectedFault[] {
    const { disturbances } = this;
    return faultsFor(this.everyRun ? askingAlways(run) : run, this.setting.target.kind, { from, disturbances });
  }

  private async judged(plan: RunPlan, { expectation, known }: Pair): Promise<RunFacts | undefined> {
    const same = this.everyRun ? undefined : known.sameAs(plan);
    if (same) return same;
    const run = await this.run(plan);
    if (!run) return undefined;
    known.note(plan, run);
    if (run.problem !== undefined) this.incomplete ??= run.problem;
    if (run.stuckAt.size > 0) this.stuck = true;
    this.verdicts.judge(run, expectation);
    return run;
  }

  private async run(plan: RunPlan): Promise<RunResult | undefined> {
    if (this.incomplete !== undefined) return undefined;
    if (this.runs >= this.maximalRuns) {
      this.incomplete = `more than ${this.maximalRuns} runs`;
      return undefined;
    }
    this.runs += 1;
    const result = await new UnitRun(this.setting, plan).execute();
    // Between runs the host gets its turn now and then; within one, nothing but the program does.
    if (this.runs % runsAtATime === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    return result;
  }
}

function askingAlways({ points }: RunFacts): Pick<RunFacts, 'points' | 'membershipAsked'> {
  return { points, membershipAsked: new Set(points.map((_, index) => index + 1)) };
}

/** Why a fault-free run is nothing to hold others against. */
function problemOf(base: RunResult | undefined): string | undefined {
  if (!base) return undefined;
  if (base.problem !== undefined) return base.problem;
  if (base.outcome === 'done' && base.stuckAt.size === 0) return undefined;
  const end = base.events.findLast(({ kind }) => kind === 'throw')?.text;
  return `without any fault, the unit is stuck: ${end ?? 'the handler never ends'}`;
}
