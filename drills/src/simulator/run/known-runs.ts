import type { RunPlan, RunResult } from './run-plan.ts';

/** What a run tells about others. */
export type RunFacts = Pick<RunResult, 'points' | 'membershipAsked' | 'overlap' | 'overtaken' | 'expiryMatters'>;

/**
 * The runs of one pair of messages. A run goes the way of another one up to the moment at which the plans ask for
 * different things, so one whose plan asks for nothing different at any moment of the other need not be executed.
 */
export class KnownRuns {
  private readonly known = new Map<string, RunFacts>();

  note(plan: RunPlan, { points, membershipAsked, overlap, overtaken, expiryMatters }: RunResult): void {
    this.known.set(keyOf(plan), { points, membershipAsked, overlap, overtaken, expiryMatters });
  }

  /** What is known of the run that goes the way that this plan would. */
  sameAs(plan: RunPlan): RunFacts | undefined {
    return this.known.get(keyOf(plan)) ?? this.withoutExpiry(plan) ?? this.withoutHold(plan);
  }

  /** Nothing had a time to live when a message came again. */
  private withoutExpiry(plan: RunPlan): RunFacts | undefined {
    if (!plan.expires) return undefined;
    const patient = this.sameAs({ ...plan, expires: false });
    return patient?.expiryMatters === false ? patient : undefined;
  }

  /** The request came when it would not have been held back, or when there was nothing else to do. */
  private withoutHold({ held, ...free }: RunPlan): RunFacts | undefined {
    if (held === undefined) return undefined;
    const prompt = this.sameAs(free);
    return prompt?.overtaken.get(held.operation)?.has(held.until) === true ? undefined : prompt;
  }
}

function keyOf({ faults, held, expires, yieldAfter, remakesProducers }: RunPlan): string {
  const struck = faults.map(({ point, kind }) => `${point} ${kind}`).join();
  const order = held ? `${held.operation} ${held.until}` : '';
  return [struck, order, expires, yieldAfter, remakesProducers].join('\n');
}
